"""The patterns by which a question's kind, its breadth and what it asks for are told from its words."""

import re
from typing import Literal

from answers.text.wordlists import AUXILIARIES, GENERAL_WORDS, SCAFFOLD_WORDS

SET_WORDS = (
    "papers?|works?|studies|study|articles?|publications?|citers?|preprints?|groups?|teams?|authors?|researchers?"
)
_NEWEST = r"(?:newest|latest|most recent)"
_OLDEST = r"(?:oldest|earliest|(?:very )?first)"
_ONE = r"(?:paper|work|study|article|publication|citer|preprint)s?"
SET_PLURAL = re.compile(r"\b(?:papers|works|studies|articles|publications|citers|preprints|authors)\b", re.IGNORECASE)
SMALL_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:(?:one|1)(?! works?\b)|[1-9]\d?|{'|'.join(SMALL_NUMBERS[1:])})"  # "which one works?" counts nothing
_JOINING = "of|in|on|for|to|with|by|at|from|and|or|the|an?|is|are|was|were|that|which"
# "the newest paper on mites", "the two most recent papers", "which papers are the oldest?", "which came first?"
EXTREME = re.compile(
    r"^\W*(?:(?:what|which)(?: (?:is|are|was|were)|['’]s) "
    r"|(?:show|give|find|name|list|summari[sz]e|tell)(?: (?:me|us))?(?: about)? )?"
    rf"(?:the )?(?:(?P<number>{_NUMBER}) )?(?:(?P<newest>{_NEWEST})|{_OLDEST})(?: (?P<number_>{_NUMBER}))?"
    rf"(?: (?:citing|published))?(?: (?!works? \w+ence\b){_ONE}"
    rf"|(?<!first)(?P<of>(?: (?!(?:{_JOINING})\b)[\w-]+){{1,2}}) (?:papers?|articles?|publications?|preprints?))"
    r"\b(?! (?:to|date)\b)"
    rf"|^\W*(?:which|what)(?: (?P<number__>{_NUMBER}))? {_ONE} (?:"
    rf"(?:is|are|was|were) (?:the )?(?:(?P<newest_>{_NEWEST})|{_OLDEST})"
    r"|(?:came|appeared|came out|(?:was|were) (?:published|written|released)) (?:the )?"
    r"(?:(?P<newest__>last|latest|most recently)|first|earliest))\b",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:which|what|how many|list|name|any|are there(?: any)?|(?:show|find)(?: (?:me|us))?|who"
    r"|^(?:give|recommend|suggest)(?: (?:me|us))?"
    r"|^(?:i(?:['’](?:m|d)| am| would)? )?(?:looking|searching) for|^i(?:['’](?:m|d)| am| would)? (?:need|want|like"
    r"|interested in)(?: to (?:find|read|see|get|have))?)"
)
ABOUT_SET = re.compile(
    rf"\b{_ASKS}\b"
    r"(?:\s+(?:all|some|any|a few|of|the|these|those|other|citing|recent|more|me|us"
    rf"|{_NUMBER}))*\s+(?:{SET_WORDS})\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    rf"^\W*(?!how many\b){_ASKS}(?: the)? (?P<number>{_NUMBER})(?: \w+)? (?:{SET_WORDS})\b", re.IGNORECASE
)
# "Which BERT papers use …?", "how many deep learning studies …?": papers, and before them what they are on.
PAPERS_OF = re.compile(
    r"^(?P<lead>\W*(?:which|what|how many|list|name|(?:show|find|give)(?: (?:me|us))?)"
    rf"(?: (?:all|some|any|the|of|recent|{_NUMBER}))*) (?P<subject>[\w-]+(?: [\w-]+){{0,2}})"
    r" (?P<papers>papers|studies|articles|publications|preprints)\b",
    re.IGNORECASE,
)
# Says of papers what they are like, and not what they are on.
LIKE = re.compile(
    r"(?:\w+(?:ed|ive|al|ly|ful|ous|ic|able|ible)|good|bad|new|old|short|long|large|small|top|best)", re.IGNORECASE
)
# "Who sleeps longer, men or women?" asks to choose, and not for papers.
CHOICE = r",\s*(?:the )?[\w-]+(?: [\w-]+){0,2}? or (?:the )?[\w-]+(?: [\w-]+){0,2}\W*$"
WHO = re.compile(rf"^\s*who\b(?!\s+(?:is|was)\b)(?![^,]*{CHOICE})", re.IGNORECASE)
# "Tell me everything", "Give me an overview": of all there is.
EVERYTHING = re.compile(
    r"^\W*(?:summari[sz]e|tell|show|list|give|explain|describe)\b.*\b(?:everything|overview)\W*$", re.I
)
LEAD = re.compile(
    rf"^\s*(?:\w+\W+){{0,2}}?{ABOUT_SET.pattern}(?:\s+(?:that|which|who|have|has|are|is|were|do|does|can|will)\b)*"
    rf"(?:\s+(?:{'|'.join(sorted(SCAFFOLD_WORDS))}|treat|treats|address|addresses|about|on|of|with|for)\b)*|^\s*who\b",
    re.IGNORECASE,
)
# Asks for several things of a kind, which no one paper is likely to have all of.
SEVERAL = re.compile(
    r"\b(?:what|which|any|some|other|are there)\b(?: [\w-]+){0,4}? (?:methods|approaches|techniques|types|kinds|ways"
    r"|candidates"
    r"|challenges|weaknesses|strengths|gaps|solutions|architectures|limitations|advantages|disadvantages|applications|factors|features|strategies"
    r"|mechanisms|differences|examples|discoveries|systems|tools|datasets|metrics|effects|causes|benefits|drawbacks"
    r"|advances|trends|algorithms|languages|tasks|properties|reasons|problems|roles|uses)\b",
    re.IGNORECASE,
)
WHY = re.compile(r"\b(?:why|how come|what (?:causes?|leads? to|makes?)|reasons? (?:for|why))\b", re.IGNORECASE)
UNRESOLVED = re.compile(
    r"\b(?:open (?:question|problem|issue|challenge)s?|unanswered|unresolved|unsolved|unclear|(?:not|un)known"
    r"|future work|(?:research|knowledge) gaps?|remains? to be)\b",
    re.IGNORECASE,
)
COMPARISON = re.compile(
    r"\b(?:compar\w+|contrast\w*|versus|vs\.?|better than|worse than|differ\w*|or)\b", re.IGNORECASE
)
AGAINST = re.compile(r"\b(?:versus\b|vs\b\.?)", re.IGNORECASE)
# Two things set against each other, and not two amounts within a claim.
VERSUS = re.compile(r"^(?!.*\.\W*$).*[^\W\d]\W+(?:versus|vs\.?) (?!\d)\w", re.IGNORECASE)
DEFINITION = re.compile(
    r"^\s*(?:what(?: (?:is|are)|['’]s)|define|explain|who (?:is|was))\b(?: (?:an?|the)\b)?(?P<rest>.*)", re.IGNORECASE
)
# Things of a sort that has a name of its own: "adversarial examples", and not "good examples".
SORT_OF_THING = re.compile(
    rf"\s*what are (?!the\b)(?!(?:{'|'.join(sorted(GENERAL_WORDS | SCAFFOLD_WORDS))})\b)[\w-]+(?: [\w-]+)?"
    r" (?:examples|methods|techniques|systems|algorithms|architectures|tools|features|metrics|tasks|languages)\W*",
    re.IGNORECASE,
)
# What an acronym is short for says what it is.
STANDS_FOR = re.compile(
    r"^\s*what (?:(?:do|does|did) (?P<acronym>[^?]{1,80}?) stand|(?:is|are) (?P<name>[^?]{1,80}?) (?:short|an acronym))"
    r" for\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(
    r"^\s*(?:(?:define|explain|describe|compare|discuss|summari[sz]e)\b(?!-)"
    r"|(?:contrast|list|name|outline|show|give)"
    r"(?= (?:the|an?|all|any|some|me|us|how|what|why|which|these|those)\b"
    r"| [\w-]+(?: [\w-]+){0,3} (?:with|and|against) ))",
    re.IGNORECASE,
)
OPEN = re.compile(r"\b(?:what|how|why|when|where|who|whom|whose|which)\b", re.IGNORECASE)
YES_NO = re.compile(
    rf"(?:^|[:;,.?!—-]\s*)(?:{'|'.join(AUXILIARIES)})\b[^:]*\?|^\s*(?:{'|'.join(AUXILIARIES)}|whether)\b",
    re.IGNORECASE,
)
# Asks what there is rather than whether: "Has there been work on …?" wants to be told of it.
EXISTS = re.compile(
    r"\b(?:is|are|was|were|has|have) there\b(?! (?:(?!(?:with|for|of|on|in|about|that|who)\b)[\w-]+ ){0,3}"
    r"(?:differences?|associations?|correlations?|links?"
    r"|relation\w*|evidence|effects?|benefits?|advantages?|roles?|risks?|increases?|decreases?|trade-?offs?|needs?"
    r"|consensus|gains?|interactions?|impacts?|influences?|biase?s?)\b)",
    re.IGNORECASE,
)
POLITE = re.compile(
    r"^\s*(?:please|pls|plz|(?:can|could|would|will) (?:you|someone|anyone)(?: please)?"
    rf"(?= (?:give|show|list|name|find|recommend|suggest)\b(?: \w+){{0,3}} (?:{SET_WORDS})\b)"
    r"|(?:can|could|would|will) (?:you|someone|anyone)(?: please)?"
    r" (?:explain|tell|describe|show|summari[sz]e|give)(?: (?:to )?(?:me|us))?(?: about)?"
    r"|(?:tell|explain to|remind) (?:me|us)(?: about)?"
    r"|summari[sz]e(?: (?:briefly|in [\w-]+(?: [\w-]+)?)(?= (?:what|how)\b)| for (?:me|us))?"
    r"|i (?:would|['’]d) like to (?:know|understand)|do (?:we|you) know"
    r"|i (?:want|wish) to know)\s*,?\s+",
    re.IGNORECASE,
)
HOW_MANY = re.compile(r"^\s*(?:how many|what (?:number|count) of|the number of)\s+(?P<rest>[^?.,;]*)", re.IGNORECASE)
AMOUNT = re.compile(
    r"^\s*(?:how (?:large|long|high|low|big|small|fast|quickly|often|old|deep|expensive|far|accurate)\b"
    r"|how much\s+(?!do\b|does\b|did\b|is\b|are\b|can\b|better\b|of\b)\w+"
    r"|how much (?:do|does|did|would|will)\b[^?]*\b(?:cost|weigh|need|require|consume|save)\b|by how much\b"
    r"|what (?:percentage|percent|proportion|fraction|share|rate|accuracy|score)\b"
    r"|what (?:rank|place|position) (?:did|does|do|was|were|is|has|have)\b"
    r"|where (?:did|does|do|was|were) [^?]*\b(?:rank|ranked|place|placed|finish)\b"
    r"|what (?:did|does|do|would|will) [^?]*\bcosts? [^?]*\bin (?:us )?(?:dollars|euros|pounds|money)\b"
    r"|what (?:is|was|are|were) the (?:(?!(?:of|on|in|for)\b)[\w-]+ ){0,2}"
    r"(?:accuracy|prevalence|incidence|percentage|proportion|(?:odds|hazard|risk|rate|likelihood) ratio|relative risk"
    r"|sample size|(?:survival|mortality|error) rate"
    r"|(?:median|overall|\d+-(?:year|month|day)) (?:survival|mortality))"
    r" (?:of|in|among|for)\b"
    r"|what (?:(?:[\w-]+ ){0,3}(?:score|accuracy|rate|correlation|ratio|rank|precision|recall|sensitivity|specificity"
    r"|gain|speed-?up|coefficient)s?|(?:F1|mAP|BLEU"
    r"|ROUGE\S*|METEOR|AUC|AUROC|FID|WER|CER|MRR|nDCG\S*"
    r"|PSNR|SSIM|RMSE|MAE|MSE|IoU|EER|perplexity))"
    r" (?:was|were|is|are|did|does|do|has) (?:[\w-]+ ){0,4}(?:reach|achiev|obtain|attain|report|get|got|gain)\w*)",
    re.IGNORECASE,
)
# What a question only for an amount says of it, and not what it is an amount of.
REACHED = re.compile(
    r"\b(?:(?:reach|achiev|obtain|attain)(?:e?[sd]?|es|ing)|get(?:s|ting)?|got(?:ten)?)\b"
    r"|^\s*by how much (?:do|does|did|can|will|is|are|was|were)\b(?: it\b)?",
    re.IGNORECASE,
)
AmountOf = Literal["margin", "rank", "money", "cost", "share", "duration"]
_SHARE = re.compile(  # what is stated as a share or in decimals
    r"^\s*what\b[^?]*\b(?:percentage|percent|proportion|fraction|share|accuracy|prevalence|incidence"
    r"|(?:survival|mortality|error|response|success|detection|complication|recurrence|infection) rate)\b",
    re.IGNORECASE,
)
AMOUNTS_OF: tuple[tuple[AmountOf, re.Pattern[str]], ...] = (
    ("margin", re.compile(r"^\s*by how much\b", re.IGNORECASE)),
    ("rank", re.compile(r"^\s*(?:what(?: \w+)? (?:rank|place|position)\b|where\b)", re.IGNORECASE)),
    (
        "money",
        re.compile(
            r"^\s*(?:how (?:much money\b|many (?:dollars|euros|pounds)\b|expensive\b)|what\b[^?]*\bcosts?\b)",
            re.IGNORECASE,
        ),
    ),
    ("cost", re.compile(r"^\s*how much (?:do|does|did|would|will)\b[^?]*\bcosts?\b", re.IGNORECASE)),
    ("share", _SHARE),
    (
        "duration",
        re.compile(
            r"^\s*how long (?:do|does|did|will|would|can|could)\b[^?]*"
            r"\b(?:take|last|persist|survive|live|stay|remain|wait|run)\b",
            re.IGNORECASE,
        ),
    ),
)
# What may be saved is mostly money, but time as well.
PERHAPS_MONEY = re.compile(r"^\s*how much (?:do|does|did|would|will)\b[^?]*\b(?:cost|save)\b", re.IGNORECASE)
# "When does it help?" asks for a condition.
DATED = re.compile(
    r"^\s*(?:when (?:did|was|were)\b[^?]*\b"
    r"(?:introduc\w+|releas\w+|publish\w+|invent\w+|found(?:ed)?|beg[iau]n|start\w*"
    r"|launch\w*|discover\w*|born|die|built|establish\w*|propos\w+|created?|first|appear|observed|detected"
    r"|written|happen|take place|end)\b"
    r"|since when\b|(?:in |since )?(?:what|which) (?:year|century|decade)"
    r"(?= (?:was|were|did|is|are|has|have|does|do)\b))",
    re.IGNORECASE,
)
AMOUNT_ANYWHERE = re.compile(
    r"\bhow (?:many|much|large|long|high|big|fast|often)\b|\bwhat (?:percentage|fraction|share)\b", re.IGNORECASE
)


AFTER = r"(?i:\b(?:about|at|by|for|from|in|of|on|to|with)\s+(?:(?:an?|the|their|its|these|this)\s+)?)"
