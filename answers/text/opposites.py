"""Closed lists of English words that turn a statement round."""

from collections import defaultdict
from collections.abc import Mapping

from index.text.tokens import stem

PREFIXES = ("un", "in", "im", "non", "dis", "mis", "ir")
DIRECTIONS = frozenset({"more", "less", "fewer", "most", "least"})
# Words that deny what stands beside them.
_DENIES = "not n't no never none nor neither cannot without devoid hardly barely unable nothing nobody"
_FAILS = "fail fails failed failing lack lacks lacked lacking"
# These, before "to", say that something is done with difficulty, which denies nothing, but may bear out a denial.
_STRUGGLES = "struggle struggles struggled struggling"
LEAVES_OUT = frozenset({"without", "devoid", "no", "lack", "lacks", "lacked", "lacking"})
# "Without losing accuracy" says that it stays as it is, which is said in as many ways as there are papers.
_KEPT = "lose loss losing sacrificing sacrifice compromising compromise hurting harm degrading matter"
# Words that set one thing against another, each with the word that must follow it.
SETS_ASIDE = {"instead": "of", "rather": "than"}
# "Not only" denies nothing, "not fully" not the thing itself.
_EMPHASIS = "only just merely simply solely necessarily always all fully entirely completely"
_PAIRS = """
    outperform/underperform increase/decrease increase/reduce raise/reduce raise/lower raise/decrease
    increase/lower increase/shrink increase/drop rise/fall rise/drop rise/decline grow/shrink grow/decline gain/lose
    gain/loss improve/degrade improve/worsen improve/hurt improve/harm improve/impair improve/deteriorate boost/degrade
    boost/reduce enhance/degrade enhance/impair enhance/weaken enhance/worsen boost/worsen better/worse best/worst
    higher/lower more/less more/fewer most/least greater/less greater/smaller higher/less faster/slower accelerate/slow
    speed/slow larger/smaller bigger/smaller longer/shorter stronger/weaker strengthen/weaken easier/harder
    simpler/complicated cheaper/costlier superior/inferior success/failure succeed/fail accept/reject allow/prevent
    enable/prevent enable/hinder help/hurt help/harm help/hinder benefit/harm support/contradict support/refute
    confirm/refute confirm/contradict agree/disagree maximize/minimize maximise/minimise presence/absence
    present/absent include/exclude upregulate/downregulate activate/inhibit promote/inhibit promote/suppress
    stimulate/inhibit induce/inhibit induce/suppress elevate/reduce overestimate/underestimate mitigate/exacerbate
    alleviate/aggravate alleviate/exacerbate reduce/exacerbate surpass/underperform exceed/underperform
    positively/negatively positive/negative faster/slow better/poor good/poor promote/counteract
    severe/mild suppressor/enhancer
    forward/backward forwards/backwards upward/downward upwards/downwards ascending/descending ascend/descend
    upstream/downstream internal/external interior/exterior inner/outer inside/outside inward/outward upper/lower
    top/bottom left/right front/rear north/south eastern/western northern/southern anterior/posterior
    proximal/distal dorsal/ventral horizontal/vertical shallow/deep narrow/wide thin/thick near/far local/global
    central/peripheral vertically/horizontally
    add/remove insert/delete append/delete attach/detach merge/split join/separate expand/contract expansion/contraction
    compress/decompress encode/decode encrypt/decrypt load/unload enter/leave import/export
    upload/download send/receive sender/receiver push/pull buy/sell lock/unlock enabled/disabled enable/disable
    supervised/unsupervised labeled/unlabeled labelled/unlabelled biased/unbiased bounded/unbounded paired/unpaired
    weighted/unweighted constrained/unconstrained structured/unstructured seen/unseen balanced/imbalanced
    slow/fast slow/quick slowly/quickly slowly/rapidly cheap/expensive cheap/costly simple/complex
    necessary/sufficient linear/quadratic linear/nonlinear linear/exponential linear/cubic polynomial/exponential
    logarithmic/linear sublinear/superlinear convex/concave convex/nonconvex discrete/continuous static/dynamic
    stochastic/deterministic random/deterministic probabilistic/deterministic symmetric/asymmetric sparse/dense
    lossy/lossless synchronous/asynchronous sequential/parallel online/offline explicit/implicit explicitly/implicitly
    direct/indirect directly/indirectly absolute/relative qualitative/quantitative
    homogeneous/heterogeneous uniform/nonuniform univariate/multivariate parametric/nonparametric
    inductive/transductive analytical/numerical prospective/retrospective
    prospectively/retrospectively longitudinal/cross-sectional acute/chronic benign/malignant invasive/noninvasive
    healthy/diseased alive/dead survivor/nonsurvivor systolic/diastolic arterial/venous oral/intravenous
    maternal/paternal prenatal/postnatal preoperative/postoperative preoperatively/postoperatively inpatient/outpatient
    hypertension/hypotension hyperglycemia/hypoglycemia agonist/antagonist acidic/basic dominant/recessive
    homozygous/heterozygous gram-positive/gram-negative overexpression/knockdown methylation/demethylation
    phosphorylate/dephosphorylate acetylate/deacetylate polymerization/depolymerization
    lost/gained lost/amplified lost/retained loss/amplification deletion/amplification amplify/attenuate
    retain/discard preserve/destroy create/destroy start/stop begin/end initiate/terminate open/close
    hypermethylated/hypomethylated hyperactive/hypoactive toxic/nontoxic sensitive/resistant sensitivity/resistance
    sensitize/desensitize attract/repel absorb/emit freeze/melt freeze/thaw heat/cool warm/cold hot/cold wet/dry
    bright/dark soft/hard rough/smooth heavy/light rural/urban poor/rich wealthy/poor public/private
    domestic/foreign majority/minority maximum/minimum best-case/worst-case converge/diverge convergence/divergence
    overfit/underfit overfitting/underfitting aggravate/relieve relieve/worsen protect/harm
    protective/harmful beneficial/harmful beneficial/detrimental helpful/harmful advantage/disadvantage
    strength/weakness  optimistic/pessimistic reliable/unreliable safe/unsafe safe/dangerous
    robust/fragile robust/brittle flexible/rigid frequent/rare frequent/infrequent frequently/rarely common/rare
    often/rarely always/never abundant/scarce rich/sparse known/unknown expected/unexpected
    possible/impossible true/false valid/invalid optimal/suboptimal relevant/irrelevant similar/dissimilar
    strongly/weakly earliest/latest first/last shortest/longest highest/lowest older/younger
    encourage/discourage win/lose won/lost keep/forget retain/forget remember/forget exact/approximate
    exactly/approximately single/separate milder/severe milder/worse specific/agnostic
"""
# What these do away with is not needed or there.
_AWAY = "eliminate avoid obviate dispense circumvent bypass"
# Verbs of telling and doing: a paper is not described by what it does not propose, show or use.
_TELLING = """
    propose present introduce show demonstrate develop describe provide study investigate use apply train
    explore analyze analyse consider design extend find give make offer prove establish address tackle employ build
    create formulate leverage exploit report utilize
"""
# Of these one may stand for another: what is not relied on is not needed.
_NEEDS = "need require rely depend necessitate"
# Words of one side that say the opposite of all of the other: more and less, slight and strong, earlier and later.
_AXES = (
    (
        "increase rise rose raise grow grew growth higher greater more larger bigger longer elevate heighten large big",
        "decrease reduce reduction lower less fewer smaller shorter decline diminish lessen shrink small",
    ),
    (
        "substantially significantly dramatically greatly considerably strongly drastically vastly markedly massively",
        "marginally slightly modestly minimally negligibly weakly insignificantly",
    ),
    ("high", "low"),
    ("induce", "reduce"),
    ("early earlier earliest", "late later latest"),
    ("maximum maximal maximise maximize", "minimum minimal minimise minimize"),
    ("men man male boys", "women woman female girls"),
    ("easy easily easier", "difficult hard harder"),
    ("good better favorable favourable", "poor poorer worse bad unfavorable"),
    ("promote exacerbate worsen", "counteract prevent inhibit attenuate alleviate"),
)
# To improve a thing is not to reduce that thing, unless it is a burden, which is the better for being less.
_BETTERS = ("improve enhance strengthen boost", "reduce decrease lower weaken diminish")
_GIVEN = ("more", "reduce decrease lower shorten cut")  # more of a thing, and less of it
_BURDENS = """
    error loss cost time latency delay risk variance complexity noise memory bias runtime perplexity overhead burden
    rate mortality death pain symptom incidence storage size energy consumption uncertainty gap distance
    communication computation bandwidth effort need number amount run problem
"""
# Verbs that set the one above the other, and words that set both level.
_SURPASSES = "outperform surpass exceed beat underperform outrank"
EQUALS = frozenset({"competitive", "comparable", "similar", "par", "equivalent", "equal", "comparably", "similarly"})
# Verbs of causing, the plain ones first; and what is said where no cause is known, plainly and less so.
_CAUSES = "cause causes caused causing prevent prevents prevented preventing trigger triggers triggered"
_LEADS_TO = "lead leads led leading induce induces induced"
_ASSOCIATED = """
    associated association associations linked link links correlated correlation correlates odds hazard likelihood
    likely unlikely prevalence incidence predictor predictors marker markers
"""
_COMPARED = "compared rate rates ratio"
# Words that leave nothing out, by kind; those by which quotes say enough; those before which they mean less.
_ABSOLUTES = (
    (
        "all every always",
        "all every each always any both entire whole universal universally universality general arbitrary throughout "
        "regardless independent rest full fully across none no",
        "of the these those other our its their two three four five six seven eight nine ten",
    ),
    ("never", "never no not none cannot n't nor neither", ""),
    (
        "guarantee guarantees guaranteed guaranteeing",
        "guarantee guarantees guaranteed guaranteeing prove proves proved provable provably proof ensure ensures "
        "ensured certified certify theoretical theoretically theory theorem theorems formally establish established "
        "bound bounds converges convergence",
        "for on of and when in about",
    ),
    (
        "eliminate eliminates eliminated eliminating",
        "eliminate eliminates eliminated eliminating elimination remove removes removed removing without avoid avoids "
        "avoiding avoided no not free zero resolve resolves overcome overcomes",
        "",
    ),
    ("largest biggest", "largest biggest large larger", ""),
    (
        "because",
        "because since due thus therefore hence owing cause causes caused reason reasons explain explains explained "
        "attributed consequently result results resulted resulting stem stems stemmed stemming arise arises arose "
        "arising so as driven drive drives drove make makes made making lead leads led come comes came thanks thereby "
        "yield yields yielding enable enables enabling allow allows allowing",
        "",
    ),
    ("solely exclusively", "solely exclusively only alone purely entirely just", ""),
)
_MORE = "more increase higher greater larger bigger longer raise grow"
_LITTLE = """
    small low minimal minimum limited efficient cheap light simple saves inhibit suppress impair weaken hinder prevent
"""
_GOOD = "best"  # a claim that tells of the best and the worst says nothing against either
_BAD = "worsen degrade worse underperform inferior deteriorate worst"


def _both_ways(pairs: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs.split():
        one, other = map(stem, pair.split("/"))
        found[one].add(other)
        found[other].add(one)
    return {word: frozenset(others) for word, others in found.items()}


def _side(words: str) -> frozenset[str]:
    """Stems, but of adverbs the whole: "margin" says nothing of "marginally"."""
    return frozenset(word if word.endswith("ly") else stem(word) for word in words.split())


OPPOSITES = _both_ways(_PAIRS)
# Every word that says of something that it is little, or is or becomes less.
LESSENS = frozenset(other for word in map(stem, _MORE.split()) for other in OPPOSITES[word]) | frozenset(
    map(stem, _LITTLE.split())
)
TELLING, NEEDS, AWAY = (frozenset(map(stem, words.split())) for words in (_TELLING, _NEEDS, _AWAY))
BAD, GOOD = (frozenset(map(stem, words.split())) for words in (_BAD, _GOOD))
DENIES = frozenset(_DENIES.split())
FAILS = frozenset(_FAILS.split())
STRUGGLES = frozenset(_STRUGGLES.split())
EMPHASIS = frozenset(_EMPHASIS.split())
KEPT = frozenset(map(stem, _KEPT.split()))
AXES = tuple((_side(one), _side(other)) for one, other in _AXES)
SURPASSES = frozenset(map(stem, _SURPASSES.split()))
BETTERS, MORE = (tuple(map(_side, words)) for words in (_BETTERS, _GIVEN))
BURDENS = frozenset(map(stem, _BURDENS.split()))
CAUSES = frozenset(_CAUSES.split())
LEADS_TO = frozenset(_LEADS_TO.split())
ASSOCIATED = frozenset(_ASSOCIATED.split())
COMPARED = frozenset(_COMPARED.split())
ABSOLUTES = tuple(tuple(frozenset(words.split()) for words in kind) for kind in _ABSOLUTES)
# By which a comparison says which of the two has more.
_FAST, _SLOW = _side("faster quicker sooner quickly rapidly"), _side("slower slowly")
SPEEDS = _FAST | _SLOW
AGES = (_side("older"), _side("younger"))
GRADED = (AXES[0], (_side("better superior"), _side("worse inferior")), (_FAST, _SLOW), AGES)
# Before "than" and a number, these bound it.
BOUNDS = frozenset({"more", "less", "fewer", "greater", "higher", "lower", "larger", "smaller", "longer", "shorter"})
