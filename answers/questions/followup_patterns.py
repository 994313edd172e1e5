"""The patterns by which a follow-up is told from a question that stands by itself, and what it leans on."""

import re

from answers.questions.question_parts import VERBS
from answers.questions.question_patterns import SET_PLURAL

LEAD = re.compile(r"^\s*(?:and|but|so|also|ok(?:ay)?|then|now)\b[\s,]*", re.IGNORECASE)
ANEW = re.compile(
    r"^\s*(?:(?:forget|ignore|leave|drop) (?:about )?(?:that|it|this)|never ?mind(?: (?:that|it|this))?)\b"
    r"[\s,.;:!–—-]*(?P<rest>.+)",
    re.IGNORECASE,
)
OF_THEM = re.compile(
    r"^\s*(?P<lead>which|how many|what|any|who) of (?:them|these|those)(?: papers| studies)?\s+(?P<rest>.+)",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^\s*(?:(?:what|how)|tell (?:me|us)) about\s+(?P<rest>.+)", re.IGNORECASE)
PREPOSITION = re.compile(
    r"^(?P<preposition>for|in|into|on|with|by|from|to|of|at|about|since|before|after|until|without|among|under|during)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
YEARS = ("since", "before", "after", "until")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATES = re.compile(
    rf"(?:,? )?\b(?:(?:but|and) )?(?:between|since|before|after|until|in|from) {YEAR.pattern}"
    rf"(?: (?:and|to|until) {YEAR.pattern})?",
    re.IGNORECASE,
)
# The year alone of "from 2019", where no other follows it.
SINGLE_DATE = re.compile(
    rf"(?<=\bfrom ){YEAR.pattern}(?! (?:and|to|until|or) \d)|(?<=\bin ){YEAR.pattern}(?! (?:and|to|until|or) \d)",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(rf"{YEAR.pattern}(?:(?:,? (?:and|or|to) | ?[-–] ?){YEAR.pattern})?")
PRONOUN = re.compile(
    r"\b(?:it(?! (?:true|known|possible|likely|clear|necessary|that|to)\b)|they|them|its|their|this one|that one"
    r"|(?:these|those)(?=\s*(?:[?.!,]|$)|\s+(?:is|are|was|were|do|does|did|can|will|have)\b)"
    r"|the same(?! \w)|(?:this|that)(?=\s*(?:[?.!,]|$)))\b",
    re.IGNORECASE,
)
OWNED = {"its", "their"}
PLURAL_BEFORE = re.compile(
    r"\b(?!does\b|is\b|was\b|has\b|its\b|this\b)(?:\w{2,}[^s\W]s|children|people|women|men)\b", re.IGNORECASE
)
WHICH = re.compile(
    r"^\s*(?P<lead>which|how many|who|any|what)(?:\s+(?:ones?|papers?|of (?:them|these|those)))?\s*\??\s*$",
    re.IGNORECASE,
)
PAPERS = re.compile(
    r"^\s*(?:which|what|how many|list|find|show|are there)(?:\s+me)?(?:\s+(?:all|any))?\s+(?:the\s+)?(?:citing\s+)?\w+"
    r"\s+(?P<rest>.+)",
    re.IGNORECASE,
)
# "Which drone papers", and "drone papers" alone.
OF_KIND = re.compile(
    r"^\s*(?:(?:which|what|how many|list|find|show)(?: me)?(?: all)? )?(?:the )?"
    r"(?P<papers>(?!(?:which|what|how|many|list|find|show|the|me|any|all|of|these|those|other|more|do|does|are|is)\b)"
    rf"[\w-]+(?: [\w-]+)? {SET_PLURAL.pattern})",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"^\s*(?P<lead>why|how come|how|when|where|since when|(?:by )?how much|to what extent|(?:for )?how long|how often)"
    r"(?:\s+(?:so|not|is that|that))?\s*\??\s*$",
    re.IGNORECASE,
)
SAYS_SO = re.compile(
    r"^\s*(?:(?:who|which (?:papers?|studies|study|ones?)) (?:says?|said|finds?|found|shows?|showed|reports?|reported"
    r"|claims?|claimed|argues?|argued) (?:so|that|this|it)|says who)\W*$",
    re.IGNORECASE,
)
DISAGREES = re.compile(
    r"^\s*(?:who (?:disagrees|disputes (?:it|this|that))|does any(?:one|body) (?:disagree|dispute (?:it|this|that))"
    r"|is (?:it|this|that) (?:disputed|contested|challenged))\W*$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^\s*(?:(?:please|(?:can|could) you) )?(?:(?:tell|show|give) me more|(?:more|in more|in)? ?details?|more|go on"
    r"|continue|(?:say|explain) more|(?:explain|elaborate|expand|clarify)(?: (?:on )?(?:it|this|that|more|further))?"
    r"|in (?:short|brief)|briefly|really|are you sure|is that so)(?: please)?\W*$",
    re.IGNORECASE,
)
SOURCES = re.compile(r"^\s*(?:(?:any|what|your|the) )?(?:sources?|references?|citations?|evidence)\W*$", re.IGNORECASE)
EXAMPLE = re.compile(
    r"^\s*(?:(?:(?:can|could) you )?(?:please )?(?:give|show|name)(?: me| us)? |any |for |like )?"
    r"(?:an? |some |one )?(?:examples?|instances?|what)\W*$",
    re.IGNORECASE,
)
LIKEWISE = re.compile(
    r"^\s*(?:(?:do|ask) )?(?:the )?same(?: question| thing)?(?: but)?,? "
    r"(?P<preposition>for|with|in|on|about|at|from|of|since|before|after|until) (?P<rest>.+?)\W*$",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"^\s*(?:the )?(?:others?|other ones|rest|remaining(?: ones)?|remainder|everything else|everyone else|all)\W*$",
    re.IGNORECASE,
)
_NEWEST = "newest|latest|most recent"
_OLDEST = "oldest|earliest|very first"
MOST = re.compile(
    r"^\s*(?:(?:which|what|who)(?: (?:ones?|papers?|of (?:them|these|those)))? (?:is|are|was|were) "
    r"|what['’]s |(?:show|give)(?: me| us)? )?(?:the )?"
    rf"(?P<most>{_NEWEST}|{_OLDEST})(?: ones?| of (?:them|these|those))?\W*$",
    re.IGNORECASE,
)
AGED = re.compile(
    r"^\s*(?:(?:are there |is there )?any(?:thing)? |something |the |some )?"
    r"(?:(?P<newer>newer|later|more recent)|older|earlier)(?: (?:ones?|papers?|works?|studies|research))?\W*$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"\bpublished (?:at|in|by) [^\W\d]", re.IGNORECASE)
NAMED_YEAR = re.compile(r"(?P<name>[^\W\d_a-z].*?),? (?P<year>(?:19|20)\d\d)")
# What papers do, as the first word of what is asked of those spoken of: "how many use drones?", "which are by Kim?"
_PAPERS_DO = (
    "use|look|study|report|propose|find|show|discuss|describe|present|mention|consider|examine|evaluate|compare|test"
    "|apply|focus|deal|address|treat|measure|concern|cover|include|rely|work|say|claim|come|analy[sz]e|investigate"
    "|explore|combine|train|learn|detect|build|support|rely|improve|have|do|did"
)
THEY_DO = re.compile(
    rf"^\s*(?P<lead>how many|which|who|any)(?: (?P<ones>ones|that))? (?P<rest>(?P<verb>{_PAPERS_DO}"
    r"|(?:are|were)(?= (?:from|in|by|on|about|at|since|before|after|published|written|for|not)\b)) .+)",
    re.IGNORECASE,
)
_WITH_ITS_OWN = r"(?:for|in|on|with|by|from|of|at|among)"
# "The effect of heat on bees" says what is asked of what.
OWN_SETTING = re.compile(rf" {_WITH_ITS_OWN} [^?]* {_WITH_ITS_OWN} | between [^?]* and ", re.IGNORECASE)
ONLY = re.compile(
    r"^\s*(?:only|just) (?:(?:the|those|ones?|papers?|studies|that|which|are|were|published|written) )*(?P<rest>.+)",
    re.IGNORECASE,
)
ONLY_ONES = re.compile(
    r"^\s*(?:only|just) (?:the )?(?P<rest>(?!ones\b)[\w-]+(?: [\w-]+)?) (?:ones|papers|studies)\W*$", re.IGNORECASE
)
NOT = re.compile(
    r"^\s*(?:not|except|excluding|without) (?:(?:the|those|ones|papers) )*(?P<rest>.+?)\W*$", re.IGNORECASE
)
# What ends what stands behind a preposition: the next one, or a verb.
PLACED_ENDS = (
    r" (?:for|in|into|on|with|by|from|to|of|at|about|among|under|during|when|while|if|than|that|which|who|and|or|is|are"
    r"|was|were|does|do|use|study|propose|apply|consider|evaluate|compare|examine|discuss|describe|mention|treat"
    rf"|cover|include|investigate|explore|combine|{'|'.join(VERBS.split())})s?\b"
)
