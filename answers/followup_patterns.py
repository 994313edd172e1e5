"""The patterns by which a follow-up is told from a question that stands by itself, and what it leans on."""

import re

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
    r"^(?P<preposition>for|in|on|with|by|from|of|at|about|since|before|after|until|without|among)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
YEARS = ("since", "before", "after", "until")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATES = re.compile(
    rf"(?:,? )?\b(?:(?:but|and) )?(?:between|since|before|after|until|in|from) {YEAR.pattern}"
    rf"(?: (?:and|to|until) {YEAR.pattern})?",
    re.IGNORECASE,
)
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
    r"^\s*(?:which|what|how many|list|find|show)(?:\s+me)?(?:\s+all)?\s+(?:the\s+)?(?:citing\s+)?\w+\s+(?P<rest>.+)",
    re.IGNORECASE,
)
ALONE = re.compile(
    r"^\s*(?P<lead>why|how|when|where|since when|(?:by )?how much|to what extent|(?:for )?how long|how often)"
    r"(?:\s+(?:so|not|is that|that))?\s*\??\s*$",
    re.IGNORECASE,
)
SAYS_SO = re.compile(
    r"^\s*(?:(?:who|which (?:papers?|studies|study|ones?)) (?:says?|finds?) (?:so|that|this)|says who)\W*$", re.I
)
DISAGREES = re.compile(
    r"^\s*(?:who (?:disagrees|disputes (?:it|this|that))|does any(?:one|body) (?:disagree|dispute (?:it|this|that))"
    r"|is (?:it|this|that) (?:disputed|contested|challenged))\W*$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"^\s*(?:(?:please )?tell me more|more(?: details?)?|go on|continue|say more)(?: please)?\W*$", re.IGNORECASE
)
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
# The verbs of questions about effects, and else forms in -ing: where they follow a subject, it has ended.
VERBS = (
    "accelerate account achieve affect aid allow alter apply avoid beat boost bring build carry cause change "
    "contain contribute correlate cure cut decrease delay depend differ drive enable enhance "
    "exceed explain extend fail fall favour generalise generalize get give grow harm help hold hurt impair improve "
    "increase induce influence inhibit last lead learn lose lower make match matter mean mediate need outlast "
    "outperform perform play predict prevent produce promote protect raise reach reduce remove replace require respond "
    "rise save scale shorten show slow spread stay stop suffer support suppress survive transfer "
    "trigger vary work "
)
VERB = re.compile(rf" (?:{'|'.join(VERBS.split())})\b.*", re.IGNORECASE)
VERBAL = re.compile(r" \w+ing\b.*", re.IGNORECASE)
# "Does smoke halve the risk": what stands before the object is the verb.
DOES = "do|does|did|can|could|will|would|should|may|might|must"
DETERMINER = r"(?:the|an?|its|their|this|these|those|his|her|our|your|some|any|all|most)\b"
# What ends what stands behind a preposition: the next one, or a verb.
PLACED_ENDS = (
    r" (?:for|in|on|with|by|from|of|at|about|among|when|while|if|than|that|which|who|and|or|is|are|was|were|does|do"
    rf"|{'|'.join(VERBS.split())})s?\b"
)
