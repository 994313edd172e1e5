"""The patterns by which it is told how a sentence is worded."""

import re

from answers.text.wordlists import NUMBER_WORDS

FINDING = re.compile(
    r"\b(?:we (?:also )?(?:found|find|show|showed|demonstrate\w*|conclude\w*|observe\w*|establish\w*|prove)"
    r"|results? (?:show|suggest|indicate|demonstrate|reveal)\w*|(?:conclusions?|findings)\b"
    r"|(?:non-?)?significant(?:ly)?|outperform\w*|achiev\w+|improv(?:es|ed)|reach(?:es|ing|ed)|associated with"
    r"|suggest(?:s|ing)?"
    r"|led to|leads to|resulted in|(?:is|are|was|were) (?:more|less|higher|lower|effective|feasible|safe)\b"
    r"|no (?:\w+ ){0,2}(?:differences?|associations?|correlations?|effects?|relationships?|evidence|benefits?|changes?"
    r"|improvements?)\b|no longer\b|(?:did|does|do|was|were|is|are) not (?:\w+ ){0,3}(?:associat|correlat|differ|improv"
    r"|affect|predict|increas|reduc|decreas|show|alter|influenc|relat|appear|support)\w*"
    r"|(?:was|were|is|are) (?:\w+ly |not |also )?(?:correlated|related|predictive|comparable|similar|superior|inferior"
    r"|equivalent|independent)\b|correlat(?:es|ed) (?:with|\w+ly)|perform(?:s|ed)? (?:\w+ )?(?:better|worse)"
    r"|(?<!\bwas )(?<!\bwere )compared (?:with|to)|confirm(?:s|ed)?\b|p\s?[<=≤]\s?0?\.\d)",
    re.IGNORECASE,
)
# What came out in figures: a ratio of risks, a chance of error, a correlation, one share against another.
STATISTIC = re.compile(
    r"\b(?:[aA]?(?:OR|RR|HR|SHR|IRR)s?[ ,:=(]{1,3}(?:of |was )?\d|(?:[Oo]dds|[Hh]azard|[Rr]isk|[Rr]ate) ratios?"
    r"|[Rr]elative risks?"
    r"|[Cc]onfidence intervals?|\d{1,3}% CIs?|[pP]\s?[<>=≤≥]\s?0?\.\d|[rR]2?\s?=\s?[-−–]?0?\.\d"
    r"|\d{1,3} ?%\)? (?:vs\.?|versus|compared (?:with|to)|as against)|AUC)"
)
_STUDIED = r"(?:investigated?|examined?|asked|tested?|wondered|explored?|sought|assessed|evaluated|studied|reviewed)"
_PAPER = r"(?:study|paper|article|work|review|trial|analysis)"
AIM = re.compile(
    r"^(?:(?:\(?[ivx1-9]{1,3}\) ?)?to (?!our|the best|this end)(?![^.]{3,150}, we (?:\w+ly )?(?:introduc|propos|present"
    r"|develop|creat|releas|find|show))\w+ |(?:objectives?|aims?|purpose|background)\s*:"
    rf"|(?:in )?(?:this|the)(?: present| current)?(?: [\w-]{{1,20}}al)? {_PAPER} (?:aim(?:s|ed)?|seeks?|sought"
    r"|investigat\w+|examin\w+|explor\w+|ask(?:s|ed) (?:whether|if|how|why|what|which)"
    r"|was (?:designed|undertaken|conducted|performed|done) to"
    r"|(?:evaluat|assess|compar|analy[sz]|test)(?:ed|es|s)?\b(?!.*\b(?:found|finds?|show\w*|reveal\w*|that|significant\w*)\b))"
    rf"|(?:[^.]{{0,80}}, )?we (?:therefore |then |also )?{_STUDIED}\b(?!.*\b(?:found|showed?|and|that)\b)"
    r"|(?:we|the authors|it was) (?:tested|asked|wondered|hypothesi[sz]ed) (?:whether|if|the|that))"
    r"|^[^,]{0,60}\b(?:aim|objective|purpose|goal)s? (?:of|was|were|is|are)\b|\bwe (?:aim(?:ed)?|sought|wanted) to\b",
    re.IGNORECASE,
)
# "Among women who did not smoke, …": whoever is spoken of with "who", and those whom a study counts.
_COUNTED = (
    r"(?:those|(?:wo)?men|people|persons|boys|girls|(?:grand)?mothers|fathers|parents|children|infants|newborns|neonates"
    r"|bab(?:y|ies)|adults|adolescents|teenagers|elderly|patients|cases|controls|subjects|participants|individuals"
    r"|volunteers|respondents|students|residents|users|workers|survivors|carriers|(?:non-?)?(?:smok|drink|us|respond)ers"
    r"|pregnancies|births|deliveries|families|couples|animals)"
)
SUBGROUP = re.compile(
    r"^(?:among|in|for|within) (?:the |these |those )?(?:sub(?:group|set)s?\b|(?:[\w-]+ ){0,3}(?:[\w-]+s whos?e?\b"
    rf"|{_COUNTED} (?:who|whose|with|without|aged|(?:not |never )?\w+ing|[<>≥≤])))",
    re.IGNORECASE,
)
# What holds before other causes are taken into account, and what holds once they are.
CRUDE = re.compile(
    r"\b(?:(?:before|without|prior to) (?:\w+ ){0,3}adjust\w*|crude(?:ly)?|unadjusted|univaria(?:te|ble)|bivariate)\b",
    re.IGNORECASE,
)
ADJUSTED = re.compile(
    r"\b(?:(?:after|when|once|with|by) (?:\w+ ){0,3}(?:adjust|controll|correct|account)\w*|(?<!un)adjusted"
    r"|adjusting for|controlling for|multivaria(?:te|ble)|multiple (?:\w+ )?regression"
    r"|independent(?:ly)? (?:predict|associat|relat|correlat|risk)\w*)\b",
    re.IGNORECASE,
)
UNDONE = re.compile(
    r"\b(?:no longer|disappeared|lost (?:its |their )?(?:statistical )?significance|(?:was|were) lost"
    r"|(?:did|was|were) not (?:remain|any ?more)|attenuated)\b[^.]{0,80}?\b(?:signific|associat|predict|independent"
    r"|correlat|relat|adjust|controll)\w*|\b(?:adjust|controll)\w*[^.]{0,120}"
    r"\b(?:disappeared|no longer|attenuated|was lost)\b",
    re.IGNORECASE,
)
# What was cut off, run together or garbled when a text was taken from a page. A name may begin small: phi-1, iPhone.
_OPENS = r"[a-z]\. ?(?:This|We|The|In|It)\b"
BROKEN = re.compile(rf"^(?![^\W\d_]+-?[A-Z0-9])[a-z]|\(cid:\d|[^.!?…。！？)\"”’\]]$|{_OPENS}.*{_OPENS}")
BRACKETED = re.compile(r" ?[(\[](?=[^()\[\]]{0,300}\d)[^()\[\]]{0,300}[)\]]")
REASON = re.compile(
    r"\b(?:because|causes?|caused by|due to|owing to|results? from|stems? from|explain(?:s|ed)? (?:by|why|this)"
    r"|reasons?|attribut\w+ to|arises? from|when|since|as a (?:result|consequence) of|thanks to)\b",
    re.IGNORECASE,
)
# What says how a study went about it, not what came of it.
PROCEDURE = re.compile(
    r"\b(?:was|were) (?:\w+ly )?(?:carried out|conducted|performed|undertaken|recruited|enrolled|randomi[sz]ed|reviewed"
    r"|interviewed|surveyed|collected|obtained|included|excluded|assessed|measured|recorded|retrieved|invited|analy[sz]ed"
    r"|evaluated|compared|calculated|assigned|allocated|divided|selected|identified from|followed|considered|grouped"
    r"|used to (?:account|adjust|assess|calculate|compare|define|determine|estimate|evaluate|examine|explore|identify"
    r"|investigate|measure|test)|classified|categori[sz]ed|stratified|defined as|composed of|queried|sampled|converted"
    r"|expressed as|transformed|normali[sz]ed|tested using)\b"
    r"|\b(?:study|sample|cohort|population|series|groups?) (?:(?:was|were) )?(?:included|comprised|consisted of"
    r"|composed of|enrolled)\b|^(?:inclusion|exclusion|eligibility) criteria"
    r"|\b(?:end-?points?|outcomes?|variables) (?:was|were|included)\b"
    r"|^(?:between|from|during) (?:\w+ ){1,2}\d{4}\b|\b(?:patients|cases|subjects|participants"
    r"|individuals|women|men|children|infants|adults)\b[^.;]{0,60}\bwere (?:identified|studied|treated|eligible)\b"
    r"|\b(?:patients|participants|subjects|women|men|children|adults|infants|students) underwent\b"
    r"|^(?:an? |the )?(?:[\w-]+,? ){0,4}(?:study|analysis|review|survey|trial|setting|questionnaires?)"
    r" (?:of|in|on|with|at|was|asking|using)\b(?!.*\b(?:found|showed|reported|revealed)\b)"
    r"|^(?:included|excluded) were\b"
    r"|\bwe (?:retrospectively |prospectively )?(?:collected|recruited|enrolled|reviewed|used|surveyed|interviewed"
    r"|performed|conducted|included)\b",
    re.IGNORECASE,
)
# What says only that a field is busy, or that a matter is not settled yet.
_HARDLY = r"(?:poorly|incompletely|not (?:well|fully|yet|completely)|little|under)"
_KNOWN = r"(?:understood|defined|studied|known|established|characteri[sz]ed|explored|investigated|documented|tested)"
VAGUE = re.compile(
    r"\b(?:in recent years|recent years have|attract(?:ed|ing)|unexplored"
    r"|(?:growing|increasing|great deal of|much|considerable|substantial) (?:\w+ )?(?:interest|attention|research|work)"
    r"|(?:is|are|remains?) (?:an? )?(?:\w+ )?(?:challenging|important|difficult|hard|active|fundamental"
    r"|key|long-standing)(?: \w+)? (?:task|problem|topic|area|issue)s?"
    r"|we (?:describe|report on|present) (?:our|the) (?:work|experiments|submissions?|participation)"
    r"|there (?:has|have) been (?:some|little|few|much|conflicting|limited)"
    rf"|(?:is|are|remains?|has been|have been) (?:\w+ )?{_HARDLY}[ -]?(?:\w+ )?{_KNOWN}"
    r"|(?:is|are|remains?) (?:still |largely |yet )?(?:unclear|unknown|uncertain|unresolved)"
    r"|(?:remains?|is|are|yet) to be (?:determined|established|clarified|elucidated)"
    r"|under-?studied|(?:little|not much|less) is known|have not been (?:\w+ )?\w+ed"
    r"|(?:is|are|remains?) (?:still |highly )?(?:controversial|debated|a matter of debate))\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:previous|prior|earlier|several|many|some|other|few|recent|numerous|published|most) (?:\w+ ){0,2}"
    r"(?:studies|reports?|research|investigations|authors|work|publications)\b"
    r"|\bstudies (?:have|has|suggest|indicate|show)"
    r"|\b(?:it (?:has been|is)|(?:has|have) been|(?:is|are)) (?:\w+ly |often |also |well )?(?:suggested|reported|known"
    r"|believed|thought|hypothesi[sz]ed|proposed|implicated|linked|considered|presumed|assumed|recommended|advocated)\b"
    r"|\b(?:it is|is it) (?:unclear|unknown|uncertain)\b|\bthere (?:are|is|were|has been|have been) no (?:\w+ ){0,2}"
    r"(?:study|studies|data|reports?)\b|\b(?:nobody|no(?: \w+)? (?:study|studies)) (?:has|have)\b",
    re.IGNORECASE,
)
OWN = re.compile(r"\b(?:we|our|this study|the present study|here)\b", re.IGNORECASE)
LEANING = re.compile(
    r"^(?:(?:it|they|these|those|such|this|that|its|their|he|she|here|both|the (?:latter|former|same|above)|one of)\b"
    r"|the (?:improvement|difference|increase|decrease|reduction|gain|change|trend|correlation|association|effect)s? "
    r"(?:is|are|was|were)\b)",
    re.IGNORECASE,
)
DISCOURSE = re.compile(
    r"^(?:(?:however|moreover|furthermore|additionally|in addition|therefore|thus|hence|consequently|finally|first"
    r"|second|third|lastly|also|besides|specifically|in particular|notably|nevertheless|nonetheless|meanwhile"
    r"|interestingly|importantly|to this end|for this reason|as a result|in this (?:paper|work|study|article)|overall"
    r"|in conclusion|in summary|in contrast|on the other hand|for example|for instance)\s*,\s*"
    r"|abstract\s*:?\s+(?=[A-Z])|(?:conclusions?|results?|findings?|methods?|background|objectives?|discussion|interpretation)\s*:\s*"
    r"|(?-i:CONCLUSIONS?|RESULTS?|FINDINGS|METHODS?|BACKGROUND|OBJECTIVES?|INTERPRETATION)\s+(?=\S))",
    re.IGNORECASE,
)
LEADERS = re.compile(r"\.{5}|(?:\. ){4}")  # between the headings of a table of contents and its pages
UNREAD = re.compile(r"\(cid:\d{1,5}\)|[\ufffd\ue000-\uf8ff]")  # characters that a font did not name
OWN_MARKERS = re.compile(r"\s*\[\s*\d+(?:\s*[,;–-]\s*\d+)*\s*,?\s*[\])]")  # a scan may close one with another bracket
APART = re.compile(r"(?<!\S)(?:[\w.:,-]{1,2}\s){8}")  # words cut into pieces of a letter or two
ADDRESS = re.compile(r"[\w}]@[\w-]{1,60}\.[a-z]", re.IGNORECASE)
# A line that names a design or a place and says nothing: "Randomized controlled trial."
FRAGMENT = re.compile(
    r"^(?:an? )?(?:(?!(?:we|they|it|this|these|is|are|was|were|has|have|had|the|used?|underwent)\b)[\w-]+,? ){0,6}"
    r"(?:stud(?:y|ies)|trials?|analys[ei]s|review|survey|design|cohort|series|setting|cent(?:re|er)s?|hospitals?"
    r"|laborator(?:y|ies)|clinics?|departments?|applicable)\.?$",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nor|neither|without|fails? to|failed to|cannot|lack(?:s|ed)?|unable)\b|n['’]t\b",
    re.IGNORECASE,
)
COMPARES = re.compile(
    r"\b(?:than|compar\w+|versus|vs|outperform\w*|surpass\w*|exceed\w*|superior|inferior|as \w+ as)\b", re.IGNORECASE
)
# What contradicts others; "in contrast to physical models, we propose" only says how things differ.
_OTHERS = (
    r"(?:(?:our|their|his|her|its|the|these|those|this|that|many|most|some|several|all|any)(?=\W)|what\b"
    r"|(?:\w+ )?(?:previous|prior|earlier|common|popular|conventional|existing|recent|past|other|received|current)\b)"
)
DISPUTES = re.compile(
    rf"\b(?:contrary to|contradict\w*|in contrast (?:to|with) {_OTHERS}|disput\w+|refut\w+|disagree\w*|critici[sz]\w+"
    r"|critiqu\w+|challeng(?:e|es|ed|ing) (?:the|this|that|it|its|previous|prior|common|existing)"
    r"|question(?:s|ed|ing)? (?:the|this|whether|previous|prior)|inconsistent(?:ly)?|at odds with"
    r"|(?:over|under)estimat\w+|ignor(?:e|es|ed|ing)|neglect(?:s|ed|ing)?|overlook(?:s|ed|ing)?"
    r"|overly|neither|counter-?examples?|re-?evaluat\w+|doubt\w*|weakness\w*|biased"
    r"|unsuitable|inadequate|inappropriate|problematic|unreliable|unjustified|unfounded|hardly|the case against"
    r"|argue[sd]? against|criticisms?|myths?|no (?:significant )?(?:effect|gain|benefit|difference|association)s?"
    r"|misleading|flaw(?:s|ed)|falls? short|shortcomings?|limitations?|fails? to|failed to|(?:does|do|did|is|are) not"
    r"|not necessarily|no evidence|cast doubt|re-?examin\w+)\b",
    re.IGNORECASE,
)
# A year that is no part of a name (SemEval-2019), a month, or an age.
DATE = re.compile(
    r"(?<![\w-])(?:1[0-9]\d\d|20[0-4]\d)(?:s|(?![\w-]))|\b(?:January|February|March|April|June|July|August|September|October"
    r"|November|December)\b|\b(?:century|centuries|decades?)\b"
    r"|\b(?:after|within|at|by|on) (?:an? (?:median|mean) of )?[\w.]+ (?:minutes?|hours?|days?|weeks?|months?|years?)\b"
)
# A year in the name of a thing, such as "CoNLL 2005 test sets": an acronym before it, what it names behind.
OF_THAT_YEAR = re.compile(
    r"\b(?=\w{0,20}[^\W\d_a-z]\w{0,20}[^\W\d_a-z])[^\W\d_]{2,20} (?:19|20)\d\d"
    r"(?= (?!(?:and|as|at|by|for|from|has|in|is|of|on|or|that|to|under|was|were|when|which|with)\b)\w)"
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
AVAILABLE = re.compile(r"\b(?:available|found|accessed|downloaded|released|hosted)\b[^.]{0,40}\bhttps?:", re.IGNORECASE)
SHARE = re.compile(
    r"\d ?\\?%|\bper ?cent\b|\b\d[\d,]* (?:out )?of (?:the )?\d|\bper (?:1|million|year|\w+-years?)|\bhalf\b"
    r"|\b(?:\w+ (?:out )?of|one in) (?:the )?(?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
    r"|(?<![\w.])0?\.\d|\b(?:accurac|precision|recall|scores?|F1|rates?\b|prevalence|incidence)[^.;]{0,80}\b\d+\.\d"
    r"|\b\d+\.\d[^.;]{0,40}\b(?:accurac|precision|recall|scores?\b|F1)",
    re.IGNORECASE,
)
# Figures that say how sure or how spread out others are, a ratio of risks or an age: no share of anything.
SPREAD = re.compile(
    r"\b\d\d(?:\.\d)? ?% ?(?:CIs?|CL|confidence (?:intervals?|limits?))\b[^;)\]]{0,40}|\b[pP]\s?[<>=≤≥]\s?[\d.]+"
    r"|\b(?:a?[OHR]R|(?:[Oo]dds|[Hh]azard|[Rr]isk) ratios?|[Rr]elative risks?|[Aa]ged?|SD|[rR]2?)\b[^\d%;.]{0,20}"
    r"\d[\d.]*(?![\d.]| ?%)|[\d.]+ ?(?:±|\+/-|\+-) ?[\d.]+(?![\d.]| ?%)"
)
_UNIT_OF_TIME = r"(?:(?:milli|micro)?seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)"
# No ordinal: "a second model", "a second-order one".
_NO_ORDINAL = r"(?!second(?:-|,? (?!(?:per|for|to|of|on|each|and|or)\b)\w))"
DURATION = re.compile(
    rf"(?:\d|\b(?:several|few|many|{'|'.join(sorted(NUMBER_WORDS))}))[ -]?{_UNIT_OF_TIME}\b"
    rf"|\ban? {_NO_ORDINAL}{_UNIT_OF_TIME}\b|\d[ -]?(?:ms|mins?|hrs?|h)\b",
    re.IGNORECASE,
)
MONEY = re.compile(r"[$€£¥]|\b(?:USD|EUR|GBP|dollars?|euros?|pounds sterling|yen)\b", re.IGNORECASE)
_PLACES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
RANK = re.compile(
    rf"\b(?:rank(?:s|ed|ing)?|plac(?:es?|ed|ing)|position|finish(?:es|ed)|came)\b(?: \w+){{0,4}} (?:#?\d|{_PLACES})"
    rf"|\b(?:{_PLACES}|\d+(?:st|nd|rd|th))(?:[ -](?:place|rank|position)|(?: \w+){{0,2}} (?:out of|among) )",
    re.IGNORECASE,
)
_TIMES = (
    r"\b(?:twice|double[sd]?|doubling|triple[sd]?|halv\w+|tenfold|(?:two|three|four|five|ten)[ -]?(?:fold|times))\b"
)
# What is won: no points in time or on a scale.
_POINTS = r"(?<!time |data )(?<!end |cut )points?\b(?!(?: \w+){0,2} scales?\b)"
MARGIN = re.compile(
    rf"\b(?:by|from|of) (?:up to |about |around |nearly |almost |over |more than |at least |an? \w+ of )?\+?\d"
    rf"|\b(?!(?:19|20)\d\d )\d[\d.]{{0,6}}[ -](?:\w+ ){{0,2}}"
    rf"(?:{_POINTS}|(?:increase|gain|improvement|reduction|decrease|drop)s?\b)"
    rf"|\d(?:-?fold\b| ?[x×](?![^\W_])| times\b)|{_TIMES}",
    re.IGNORECASE,
)
FIGURE = re.compile(r"(?<![^\W_])(?<![^\W\d_][-‐‑])\d")  # no part of a name, such as COVID-19
# A figure that counts: not the 4 of GPT-4, not 60 %, but the 1.3B of "1.3B-parameter"; letters otherwise make a word.
TOKEN = re.compile(r"(?<![\w.-])\d[\d.,]*[bmk]?(?![\w%]|[.,]?\d|\s%)|[^\W\d_][^\W_]*", re.IGNORECASE)
ITEM = re.compile(r"\(\d\)")  # what numbers the items of a list
YEAR = re.compile(r"19\d\d|20[0-4]\d")
FRACTION = re.compile(r"\b(?:an?|one|two|three|four) (?:third|quarter|fifth|tenth)s?\b", re.IGNORECASE)
SAMPLE_SIZE = re.compile(r"\bn\s*=\s*\d", re.IGNORECASE)
