"""The words by which a citing sentence tells what its authors make of what they cite, in closed lists by kind.

A sentence is read with every reference in it as one sign, so that "of Oak et al. (2001)" and "of [3]" are alike, and
what is done must stand near that sign: the authors extend many things that are nobody else's.
"""

import re
from dataclasses import dataclass

from answers.text.relation import Relation

REFERENCE = "※"
NAMES_BEFORE = 60  # characters before a bracket in which the names of its authors may stand
_NAME = r"(?-i:[A-Z])[\w’'-]{0,40}"
_NAMES = rf"{_NAME}(?:(?:,? and|,? &|,) {_NAME}){{0,3}}(?:,? et al\.?,?)?"
_BRACKETS = (
    r"\([^()]{0,200}?\b(?:1[89]|20)\d\d[^()]{0,200}\)|\[[^\[\]]{0,200}?\b(?:1[89]|20)\d\d[^\[\]]{0,200}\]"
    r"|\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\]"
)
_REFERENCES = re.compile(rf"(?:{_BRACKETS})(?:\s?(?:{_BRACKETS})){{0,3}}")
_LED_IN = re.compile(r"\((following|as in|similar(?:ly)? to|unlike|adapted from) ")
_NAMED = re.compile(rf"(?<!\w){_NAMES}\s?{REFERENCE}(?:\s?['’]s\b|\s['’](?=\s))?")
_ABBREVIATED = re.compile(r"\b(al|e|i|cf|fig|sec|eq)\.(?=[\s,)ge])", re.IGNORECASE)

_OUR = r"our(?: [\w-]+){1,4}"
_THIS = r"(?:this|the (?:present|current|proposed)) (?:paper|work|study|article|approach|method|model|system|framework)"
_US = rf"(?:we|(?-i:I)|{_OUR}|{_THIS})"
_OURS = rf"\b(?:we|our|ours|{_THIS})\b"
_DOING = r"(?: (?:also|then|therefore|thus|first|here|simply|closely|directly|further|instead|have|has|\w+ and))*"
_DONE = r"(?: (?:is|are|was|were|has been|have been)(?: also| then| first| all| closely| largely| partly| directly)?)"
_MADE = (
    r"(?:obtained|computed|extracted|tagged|parsed|annotated|generated|produced|performed|created|trained|built|derived"
    r"|done|carried out|processed|labell?ed|lemmati[sz]ed|tokeni[sz]ed|aligned|implemented|initiali[sz]ed|optimi[sz]ed"
    r"|calculated|measured|tuned)"
)
_NEAR = rf"[^.;{REFERENCE}]{{0,100}}{REFERENCE}"
# What is done is done to a reference, and not by its means or after its example; a sentence without any speaks of what
# the one before it cites only where it says so.
_TO_IT = (
    rf"(?=(?:(?!\b(?:following|with|using|by|as|like|via|for)\b)[^.;,{REFERENCE}]){{1,120}}{REFERENCE}"
    rf"| (?:this|their|his|her|its|the (?:original|previous|above|existing)) (?!paper|study)[^{REFERENCE}]{{0,400}}$)"
)
_OWN_EARLIER = r"our (?:own )?(?:previous|earlier|prior|past) (?:\w+ )?(?:work|research|paper|approach|system|model)\w*"
_MORE = r"(?:(?:better|worse|higher|lower|faster|smaller|larger)(?: [a-z]+)?|more (?!than)[a-z]+)"
_SIGN = (
    r"(?:that of |those of |the (?:\w+ )?(?:work|approach|method|model|system|results?)s? (?:of|by|in|from) )?"
    rf"{REFERENCE}"
)

_USED = (
    rf"\b{_US}{_DOING} (?:use[sd]?|using|employ(?:s|ed)?|adopt(?:s|ed)?|appl(?:y|ies|ied)|utili[sz]e[sd]?"
    r"|follow(?:s|ed)?|builds? (?:up)?on|built (?:up)?on|rel(?:y|ies|ied) (?:up)?on|borrow(?:s|ed)?|leverage[sd]?"
    r"|dr[ae]ws? (?:up)?on|make use of|made use of|start(?:s|ed)? (?:with|from)|(?:re-?)?implement(?:s|ed)?)\b"
    rf"|\b{_US}[^.;{REFERENCE}]{{0,80}} (?:builds?|built|building) (?:up)?on (?:the |previous |earlier |prior |recent"
    rf" |our )"
)
# Done with the help of what is cited: "we train the tagger on the corpus of …", "we evaluate with …".
_WORKED = (
    r"(?:train|evaluate|test|experiment|collect|sample|parse|tag|compute|measure|obtain|learn|extract|estimate"
    r"|initiali[sz]e|run|ran|perform|conduct|pre-?train|fine-?tune|generate|annotate|calculate|tune|optimi[sz]e"
    r"|segment|tokeni[sz]e|(?:pre-?)?process|align|select|choose|chose|took|take|implement|combine|integrate|augment"
    r"|report)(?:s|d|ed|ned)?"
)
_WORKED_WITH = (
    rf"\bwe{_DOING} {_WORKED}\b[^.;{REFERENCE}]{{0,80}} (?:on|with|using|from|by|via) {_NEAR}"
    rf"|\bwe{_DOING} base[sd]? [^.;{REFERENCE}]{{0,60}} (?:up)?on {_NEAR}|\bwe{_DOING} consider(?:ed)? {_NEAR}"
    rf"|\bwe{_DOING} (?:replicate|reproduce|re-?use)[sd]? {_NEAR}"
    rf"|\bthe (?:exact )?same [^.;{REFERENCE}]{{0,60}} (?:used in|used by|as in|as) {_SIGN}"
    rf"|\b(?:made available|provided|released|distributed|supplied) (?:by|in|with) {_SIGN}"
    rf"|\bfollowing (?:the )?(?:previous|prior|earlier|recent) (?:work|studies)[^.;{REFERENCE}]{{0,20}}{REFERENCE}"
)
_FOUNDED = (
    rf"\b{_US}{_DONE}? (?:\w+ )?(?:based|built|trained|evaluated|inspired|motivated|modell?ed|tested) (?:up)?"
    r"(?:on|by|after)\b"
    rf"|\b(?:is|are) (?:\w+ )?(?:modell?ed (?:on|after)|inspired by|borrowed from|adopted from|taken from) {_NEAR}"
)
_WITH_IT = rf"{_DONE} (?:\w+ )?{_MADE} (?:using|with|by (?:means of )?the)\b|\b{_MADE} using (?:the )?{_NEAR}"
_AS_IN_IT = (
    rf"^(?:\w+ly )?(?:following|using|based on|as in|as (?:described|proposed|suggested) (?:in|by)|inspired by"
    rf"|motivated by)\b[^.;]{{0,200}}\b(?:we|our)\b"
    rf"|[(,] ?(?:following|as in|as (?:described|proposed|suggested|done) (?:in|by)) (?:the \w+ (?:of|in) )?{REFERENCE}"
    rf"|(?:^|[,(] ?)following {_NEAR}"
    rf"|\b(?:we|our)\b[^.;]{{0,200}} (?:following|as (?:described|proposed|suggested|done) (?:in|by)) {_SIGN}"
    rf"|\bwe\b[^.;{REFERENCE}]{{0,120}}\b(?:using|with the help of|by means of|provided by|available from) {_NEAR}"
)
_USED_HERE = r"\b(?:is|are|was|were) used (?:here|in (?:this|our))\b"

_EXTENDED = (
    rf"\b{_US}{_DOING} (?:extend(?:s|ed)?|generali[sz]e[sd]?|improve[sd]? (?:up)?on|modif(?:y|ies|ied)"
    rf"|adapt(?:s|ed)?|augment(?:s|ed)?|enhance[sd]?|refine[sd]?|expand(?:s|ed)? (?:up)?on|go(?:es)? beyond){_TO_IT}"
)
_EXTENSION = (
    rf"\b(?:{_US}|it|this|that)(?: \w+){{0,3}} (?:is|are|as|be) (?:seen as |viewed as |regarded as )?(?:an?|the)"
    rf" (?:\w+ )?(?:extension|generali[sz]ation|modification|adaptation|(?:extended|modified|improved|adapted) version)"
    rf" (?:of|to)\b(?=[^.;,{REFERENCE}]{{0,120}}{REFERENCE})"
    rf"|\b{_US}{_DOING} (?:propose|present|introduce|develop|use|describe|provide)[sd]? (?:an?|the|some|several|two"
    r"|three) (?:\w+ )?(?:extensions?|generali[sz]ations?|adaptations?|(?:improvement|modification)s?(?! of)"
    rf"|(?:extended|modified|improved|adapted) versions?) (?:of|to){_TO_IT}"
    rf"|\b(?:paper|article|work|study|approach|we)\b[^.;{REFERENCE}]{{0,100}}? (?:extends?|builds? (?:up)?on"
    rf"|improves? (?:up)?on) {_OWN_EARLIER}"
    rf"|\bwe\b[^.;]{{0,160}}{REFERENCE} and (?:generali[sz]e|extend|adapt|modify) it\b"
)

_COMPARED = (
    rf"\b{_US}{_DOING} compare[sd]?\b(?=[^.;{REFERENCE}]{{0,200}}{REFERENCE}|[^{REFERENCE}]{{0,400}}$)"
    rf"|\b{_US}{_DOING} (?:outperform(?:s|ed)?|beats?|surpass(?:es|ed)?|exceed(?:s|ed)?"
    r"|improve[sd]? over|achieve[sd]? (?:\w+ ){0,4}than|perform(?:s|ed)? (?:\w+ ){0,3}than)\b"
    rf"|\b(?:we|our|ours)\b[^.;]{{0,160}}\b(?:compar(?:ed|able|ison)|outperform\w*) (?:to|with|against|over)?{_NEAR}"
    rf"|\b(?:we|our|ours)\b[^.;]{{0,160}}\b{_MORE} than{_NEAR}"
    rf"|\b(?:compared|in comparison|by comparison|relative) (?:to|with|against) {_NEAR}[^.;]{{0,160}}{_OURS}"
    rf"|^[^.;{REFERENCE}]{{0,200}}\b{_MORE} than"
    rf" [^.;,{REFERENCE}]{{0,60}}{REFERENCE}"
    # Nobody else has been cited yet, so that whoever does better is the one who writes.
    rf"|^[^.;\d{REFERENCE}]{{0,200}}\b(?:outperform(?:s|ed)?|beats?|surpass(?:es|ed)?|exceed(?:s|ed)?) {_SIGN}"
)
_BASELINE = (
    rf"\b(?:as|the|a|our) (?:\w+ ){{0,2}}baselines?\b(?: \w+){{0,4}}"
    rf" (?:by|from|in|(?:of|is|are|include)(?: (?!in\b)[\w-]+){{0,8}}?) {_SIGN}"
    rf"|{REFERENCE} (?:\w+ )?as (?:the|a|our) (?:\w+ )?baselines?\b|^as (?:the|a|our) (?:\w+ )?baselines?\b"
)
_UNLIKE = (
    rf"\b(?:unlike|in contrast (?:to|with)|as opposed to|contrary to|different(?:ly)? (?:from|to|than)) {_NEAR}"
    r"[^.;]{0,200}\b(?:we|our|ours|this paper|here)\b"
    rf"|{_OURS}[^.;{REFERENCE}]{{0,200}}\b(?:differs?|differed|departs?|deviates?|distinct|different"
    rf"(?:ly)?|in contrast|as opposed|contrary) (?:in [^.;]{{1,60}} )?(?:from|to|with|than) {_NEAR}"
    rf"|{_OURS}[^.;{REFERENCE}]{{0,200}}\bunlike {_NEAR}"
    rf"|{REFERENCE}[^.;]{{0,200}}(?:,|;) ?(?:whereas|while|in contrast|by contrast) (?:here )?(?:we|our|ours)\b"
    rf"|\b(?:whereas|while|although) {_SIGN}[^.;]{{0,200}}, (?:we|our)\b"
    rf"|\b(?:whereas|while)\b[^.;]{{0,120}}{REFERENCE}[^.;]{{0,120}}, (?:we|our)\b"
)
_ALIKE = (
    rf"\bthe (?:exact )?same [^.;{REFERENCE}]{{0,60}} as (?:in |for |that of |those of |by )?{_SIGN}"
    rf"|^[^.;{REFERENCE}]{{0,200}}\b(?:is|are|was|were) (?:\w+ )?(?:similar|identical|comparable|related) to"
    rf" [^.;,{REFERENCE}]{{0,40}}{REFERENCE}|[(,] ?similar(?:ly)? to {_NEAR}"
    rf"|^(?:this is )?(?:\w+ly )?(?:(?:similar(?:ly)?|analogous(?:ly)?|comparable) to|like) {_NEAR}"
    rf"|{_OURS}[^.;{REFERENCE}]{{0,160}}\b(?:similar|analogous|comparable|identical|equivalent"
    rf"|related|close|closest|akin|in line|consistent) (?:in [^.;]{{1,60}} )?(?:to|with) {_NEAR}"
    rf"|{_OURS}[^.;{REFERENCE}]{{0,80}}\b(?:resembles?|parallels?|confirms?) {_NEAR}"
    rf"|\b(?:we|our) [^.;{REFERENCE}]{{0,160}}\b(?:same|similar) [^.;{REFERENCE}]{{0,60}}\b(?:as|to) "
    rf"(?:in |that |those |the one |used |by )*{_SIGN}"
)

# Those who are cited: by their reference, or as what the sentence before cites; never who writes.
_KINDS = (
    r"(?:approach|method|model|metric|measure|work|system|technique|algorithm|result|finding|assumption|claim|evaluation"
    r"|dataset)(?:e?s)?"
)
_CITED = (
    rf"(?:{REFERENCE}(?:\s?['’]s?\b)?(?:(?!\b(?:we|our|ours|us|while|whereas)\b)[^.;{REFERENCE}]){{0,100}}?"
    r"|(?<!of )(?<!in )(?<!by )(?<!with )(?<!our )(?<!this )(?<!are )\b(?:these|such|their|this|existing|previous|prior"
    rf"|current|the (?:latter|former|original|above|traditional|standard)) (?:[\w-]+ ){{0,3}}?{_KINDS}"
    r"(?: (?:all|both|often|still|only|also|simply|typically|usually|generally|may|might|can|will|clearly|heavily))*)"
)
_NOT = r"(?: not|n['’]t)"
_FALLING_SHORT = (
    r"(?:overestimates?d?|underestimates?d?|falls? short|fails? (?:to|in|when|on)|failed to|suffers? from|ignores?"
    r"|neglects?|overlooks?|(?<!this )(?<!the )(?<!of )(?<!a )lacks?|cannot|can not|(?:is|are) misleading"
    r"|(?<!to )restricts? (?:its|their|the)|which (?:limits|restricts|hinders|hurts)"
    r"|(?:is|are|was|were) (?:\w+ )?(?:flawed|limited (?:to|by|in)|restricted to|unable to|inadequate|insufficient"
    r"|problematic|incorrect|inaccurate|unrealistic|infeasible|impractical|unreliable|unsuitable|questionable|doubtful)"
    r"|(?:is|are|was|were|may|might) not (?:\w+ )?(?:justified|suitable|sufficient|robust|scalable|realistic|reliable"
    r"|able|adequate|appropriate|valid|be the best)"
    rf"|(?:do|does|did){_NOT} (?:\w+ ){{0,2}}(?:hold|generali[sz]e|scale|account|capture|handle|take (?:\w+ )?"
    r"(?:into|advantage)|address|work|guarantee|distinguish|represent|reflect|provide any|support any)"
    r"|(?:has|have) been (?:shown|found|known|reported) to (?:fail|suffer|be (?:biased|brittle|un\w+|vulnerable))"
    r"|(?:has|have) (?:\w+ ){0,2}(?:limitation|drawback|shortcoming|weakness)(?:e?s)?)"
)
_FAULTY = (
    r"\b(?:shortcoming|drawback|flaw|weakness|limitation)s? (?:of|in|with) (?:the |these |this |such |most |existing "
    rf"|previous |their )?(?:[^.;,{REFERENCE}]{{0,60}}{REFERENCE}|(?:\w+ )?{_KINDS}\b)"
    rf"|^(?!following\b|as (?:in|we)\b).*?{_CITED} {_FALLING_SHORT}\b"
    r"|\b(?:problem|issue|trouble) (?:with|of) (?:this|these|such) (?:approach|method|model|metric|work|system)"
)
_STATED = (
    r"(?:claims?|findings?|results?|observations?|beliefs?|conclusions?|assumptions?|hypothes[ie]s|intuitions?"
    r"|literature)"
)
# To do a thing in another way is to differ; to find something else is to disagree.
_FOUND = r"(?:find|found|observed?|show|argue|see|saw|conclude|believe|improved|outperform\w*)"
_DENIED = (
    rf"\b(?:contrary to|in contrast (?:to|with)|inconsistent with|unlike|at odds with)\b[^.;,]{{0,40}}\b{_STATED}\b"
    rf"|\bcontrary to {_NEAR}[^.;]{{0,20}}\b(?:we|our \w+|i) (?:\w+ )?{_FOUND}\b"
    rf"|\b(?:unlike|different(?:ly)? (?:from|to|than)|in contrast (?:to|with)) {_NEAR}[^.;]{{0,20}}"
    rf"\bwe did{_NOT} {_FOUND}\b"
    rf"|^contrary to {_NEAR}[^.;]{{0,3}}, (?!(?:we|our|i|in (?:this|our))\b)"
    rf"|\bcontradicts? (?!each)|\bcontradicted\b|\b(?:is|are|was|were) at odds with\b"
    r"|\b(?:we|our|ours|results?|findings?)\b[^.;]{0,80}\b(?:disagrees? with|disputes?|refutes?|challenges? (?:the"
    r"|this))\b"
    r"|\b(?:have|has) (?:been|also been) (?:criti[cz]i[sz]ed|disputed|challenged|refuted|questioned)\b"
    r"|\bcriti[cz]i[sz](?:es?|ed|ing) (?:the |this |these |their )?(?:\w+ )?(?:approach|method|model|metric|measure"
    rf"|work|use|view|claim|assumption|idea|notion|{REFERENCE})"
    r"|\bcast(?:s|ing)? doubt|\bquestion(?:s|ed)? (?:the (?:validity|use|value|assumption|claim|reliability)|whether)"
    r"|\b(?:found|find|finds|is|was) no evidence\b"
    rf"|\b(?:do|does|did|could|can){_NOT} (?:\w+ ){{0,2}}(?:support|confirm|replicate|reproduce)\b"
)

_WORDS: dict[Relation, tuple[str, ...]] = {
    "build-on": (_USED, _WORKED_WITH, _FOUNDED, _WITH_IT, _AS_IN_IT, _USED_HERE),
    "extend": (_EXTENDED, _EXTENSION),
    "compare": (_COMPARED, _BASELINE, _UNLIKE, _ALIKE),
    "dispute": (_FAULTY, _DENIED),
}
PATTERNS = {relation: re.compile("|".join(words), re.IGNORECASE) for relation, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class References:
    """A sentence with each reference as one sign, and the words of each, with those before it that may name authors."""

    text: str
    references: tuple[str, ...]


def marked_references(text: str) -> References:
    """The sentence with each reference, and the names of its authors before it, as one sign."""
    led = _LED_IN.sub(r", \1 (", text)
    references, reached = [], 0
    for found in _REFERENCES.finditer(led):
        references.append(led[max(reached, found.start() - NAMES_BEFORE) : found.end()])
        reached = found.end()
    marked = " ".join(_REFERENCES.sub(f" {REFERENCE} ", led).split())
    return References(_ABBREVIATED.sub(r"\1", _NAMED.sub(REFERENCE, marked)), tuple(references))
