"""The words by which a paper tells, in its own summary and abstract, what it makes of other work, by kind.

There the paper speaks of itself, and seldom of what it cites: what it is based on, extends or compares itself with must
be something that others can have made.
"""

import re

from answers.text.relation import Relation

_ITSELF = (
    r"(?:we|it|(?:our|the|this) (?:\w+ ){0,2}(?:method|model|approach|system|framework|pipeline|study|paper|algorithm"
    r"|parser|tagger|work|survey))"
)
# What follows in the same clause, and is not told of others: "we show that systems based on …".
_THEN = r"(?:(?!\b(?:that|whether|how|which)\b)[^.;]){0,200}"
# A name with a capital in it, or a noun of method or material, with a few words before it.
_METHOD = (
    r"(?:models?|networks?|transformers?|classifiers?|encoders?|frameworks?|algorithms?|theor(?:y|ies)|learning"
    r"|architectures?|approach|methods?|metrics?|lexicons?|corpus|corpora|data ?sets?|treebanks?|databases?"
    r"|ontolog(?:y|ies)|grammars?|formalisms?|hypothes[ei]s|parsers?|taggers?|toolkits?|techniques?|estimators?"
    r"|kernels?|regression|inference|sampling|machines|bounds|questionnaires?|guidelines|criteria|protocols?"
    r"|embeddings?|processes)"
)
# Not what any paper works on: "based on tweets" tells of no earlier work.
_MATERIAL = r"(?!(?:[\w-]+ ){0,3}(?:data(?! ?sets?)|features|information|patterns|texts?|tweets|words)\b)"
_WORK = rf"{_MATERIAL}(?:[\w’'()-]+,? ){{0,4}}?(?:[\w-]*(?-i:[A-Z])[\w-]*|{_METHOD})\b"
_REMARK = (
    r"(?:the |an? |this |these |our |\w+ ){0,2}(?:observation|insight|fact|idea|need|intuition|assumption|finding"
    r"|question)s?\b"
)
_EARLIER = (
    r"(?:existing|previous(?:ly)?|prior|earlier|current|competing|commercial|published|state[- ]of[- ]the[- ]arts?)"
)
_OTHERS = (
    rf"(?:{_EARLIER}|others|other|standard|conventional|traditional|commonly|baselines"
    r"|(?:an?|the|our) (?:[\w-]+ ){0,4}baseline|methods?|models?|systems|approach(?:es)?|algorithms?|techniques?"
    r"|metrics?|parsers?|classifiers?|taggers?|learners|strategies|counterparts?)\b"
)
_BETTER = r"(?:better|worse|higher|lower|faster|more accurate|as good as)"
_METRIC = r"(?:metrics?|measures?|scores?|benchmarks?|evaluations?|rankings?|indicators?)"
_NOT = r"(?:do|does|did)(?: not|n['’]t)"
_METHODS = r"(?:methods|models|systems|approaches|metrics|work|studies|techniques|algorithms|datasets|benchmarks)"

# Of any sentence: words by which it finds fault.
_FAULTS = (
    r"\boverly reli\w+|\bover-?reli\w+|\bcounter-?examples?\b|\bneither necessary nor sufficient\b",
    r"\binconsistent(?:ly)? (?:results?|findings?|conclusions?|evidence|with)\b|\bunreliabl[ey]\b",
    rf"\b{_NOT} (?:necessarily |always |well )(?:correlate|reflect|imply)\b",
    rf"\b{_METRIC}\b[^.;]{{0,80}}\b{_NOT} (?:correlate|reflect|imply)\b",
    rf"\b{_METRIC}\b[^.;]{{0,80}}\b(?:poor|weak)(?:ly)? correlat\w+",
    r"\bneither\b[^.;]{1,120}\bnor\b[^.;]{1,60}\b(?:is|are|was|were) (?:\w+ )?(?:predictive|valid|reliable|sufficient)",
    r"\bcall(?:s|ed|ing)? into question\b",
)
_BUILDS_ON = (
    rf"(?<!typically )(?<!usually )(?<!often )\b(?:builds?|building|built) (?:up)?on (?!{_REMARK})",
    rf"\b(?:inspired|motivated) by (?!{_REMARK})",
    rf"(?<!that )\bmak(?:e|es|ing) use of {_WORK}|\bdistill?s\b",
    rf"\b{_ITSELF}\b{_THEN}\bbased (?:up)?on {_WORK}",
    r"\b(?:is|are|was|were) (?:(?!mainly|mostly|often|typically|usually|generally|commonly)\w+ )?based (?:up)?on\b",
    rf"\b{_ITSELF} (?:also )?(?:uses?|employs?|adopts?|appl(?:y|ies)|utili[sz]es?|follows?"
    rf"|(?:rely|relies|draws?) (?:up)?on) (?!(?:to|it|them|that|th[eo]se|our|its)\b){_WORK}",
    rf"\b(?:fine-tuned|instruction-tuned|pre-?trained)(?: \w+)? on {_WORK}",
)
_EXTENDS = (
    rf"\b(?:{_ITSELF}|and|which|that|then|also|algorithms?|models?|methods?) extends? "
    r"(?!(?:our|the (?:capabilit|range|life|scope|time))\b|\w+ (?:capabilit|life))",
    r"\bextend(?:s|ing) (?:the|an?|existing|previous|prior|earlier|ideas|methods|work)\b(?! (?:capabilit|range|life))",
    r"\b(?:propose|present|introduce|describe|develop|is|are|as)s? (?:an?|two|three|several|some) (?:[\w-]+ ){0,3}"
    r"extensions? (?:of|to)\b",
    r"\b(?:is|are|as) (?:an?|the) (?:\w+ )?generali[sz]ations? of\b|\bcan be (?:\w+ )?(?:extended|generali[sz]ed) to\b",
    r"\b(?:we improve|improves|improved|improving) (?:up)?on (?:an?|the|this|several|previous|prior|existing|earlier"
    r"|current)\b",
    r"(?<!to )\bgo(?:es)? beyond\b",
    r"\b(?:we|and|which|then|also) adapt(?:s|ed)? (?:the|an?|existing|previous)\b",
    r"\b(?:propos|present|introduc|develop|train|us)(?:es?|ed|ing)? an? (?:\w+ ){0,2}variant of\b",
    r"\b(?:modif(?:y|ies|ied)|augment(?:s|ed|ing)?|enhanc(?:es?|ed|ing)) (?:the |an? )?"
    r"(?:existing|standard|original)\b",
    r", (?:\w+ )?(?:known|developed|designed|proposed|introduced|used)\b[^,.;]{1,60}, (?:is|are) "
    r"(?:applied|carried|transferred) (?:in)?to\b",
)
# What is so in one group of those studied and not in another compares no work with another.
_COMPARES = (
    rf"\b(?:we|and|to|by|then|also|paper|study|work) (?:also )?compar(?:es?|ing)\b[^.;]{{0,120}}?\b{_OTHERS}",
    rf"\b(?:compared|comparable|comparably|in comparison|relative) (?:to|with|against)\b[^.;]{{0,60}}?\b{_OTHERS}",
    r"(?<!may )(?<!can )(?<!could )(?<!to )\boutperform(?:s|ed|ing)?\b(?! (?:humans?|people)\b)",
    r"\bshown to outperform\b",
    rf"\bbeat(?:s|ing)? (?:\w+ )?{_OTHERS}|\bahead of (?:\w+ )?{_OTHERS}|\bsurpass\w*",
    r"\bexceed(?:s|ed)? (?![^.;]{0,12}\d)|\babove (?:that|those) of\b",
    rf"\b{_BETTER}\b[^.;]{{0,200}}\bthan (?!(?:in|among|with|for|at|on)\b)[^.;]{{0,60}}?"
    rf"\b(?:{_OTHERS}|(?-i:[A-Z]{{2}}))",
    r"\bimprov\w+ over (?!time\b|the (?:course|period|years?|last|past|next)\b|\d)",
    r"\b(?:over|than|against|beyond|above|below) (?:[\w-]+ ){0,6}baselines?\b",
)
_DISPUTES = (
    *_FAULTS,
    r"\bcontrary to\b|\bcontradict(?:s|ed|ing)? (?:the|this|previous|earlier|prior|common)\b",
    r"\bdisput(?:es?|ed|ing) (?:the|this|that|whether|these|previous|prior)\b",
    r"\brefut\w+|\bcritici[sz](?:e|es|ed|ing)\b|\bcriticisms? of\b",
    r"\b(?:we|which|it|paper|study|work|results?|findings?|evidence) (?:also )?challenges? (?:the|this|that|previous"
    r"|prior|common|existing|widely)\b",
    r"\b(?:to challenge|challeng(?:ed|ing)) (?:the|this|previous|prior|common|existing|widely)\b",
    r"\bquestion(?:s|ed|ing) (?:the|whether|previous|prior)\b|\bcast(?:s|ing)? doubt|\b(?:over|under)estimat\w+",
    r"\b(?:is|are|be|as) (?:\w+ )?misleading\b|\bflawed\b|\bflaws (?:of|in)\b|\bfalls? short\b|\bdrawbacks? of\b",
    r"\bshortcomings? (?:of|in|including|such)\b|\b(?:their|its|serious|major|several) shortcomings\b",
    r"\bauthors argue\b",
    r"\b(?:existing|previous|prior|current|earlier|most|many)(?: \w+){1,5} "
    r"(?:fail|ignore|neglect|overlook|suffer|lack)\b",
    rf"\b(?:existing|previous|prior|current|earlier|most)(?: [\w-]+){{0,3}} {_METHODS} "
    rf"(?:cannot|{_NOT} (?!need\b)|are unable|are limited)\b",
    r"\bre-?evaluat(?:es?|ed|ion)\b|\bno evidence (?:that|for)\b",
)
_WORDS: dict[Relation, tuple[str, ...]] = {
    "build-on": _BUILDS_ON,
    "extend": _EXTENDS,
    "compare": _COMPARES,
    "dispute": _DISPUTES,
}
FAULTS = re.compile("|".join(_FAULTS), re.IGNORECASE)
PATTERNS = {relation: re.compile("|".join(words), re.IGNORECASE) for relation, words in _WORDS.items()}
