"""Closed lists of English words that reading a question or a sentence goes by."""

_FUNCTION = """
    a about above across after again against all almost along already also although always am among an and another
    any anybody anyone anything are as at away be became because been before being below between both but by came
    can cannot come could did do does doing done down due during each either else ever every everybody everyone
    everything few for from further get gets give given go had has have having he her here hers him his how however
    i if in instead into is it its itself just least less let like likely made make makes making many may me might
    mine more most much must my near neither no nor not now of off often on once one only onto or other others our
    ours out over own per perhaps please quite rather really s same say she should since so some someone something
    still such t take taken takes tell than that the their theirs them then there these they thing things this those
    though through thus to together too took toward towards under until up upon us versus very via vs was we were
    what whatever when where whether which while who whom whose why will with within without would yet you your
    yours what's who's how's it's that's what’s who’s how’s it’s that’s
"""

_SCAFFOLD = """
    achieved answer answers appear appeared appearing appears applied applies apply applying approach approaches
    article articles aspect aspects author authors available cite cited citers cites citing consider considered
    describe described describes different discuss discussed discusses evidence example examples exist exists
    explain explained explains explore explored field find finding findings finds found group groups happen happens
    hub investigate investigated involve involved involves kind kinds know known line lines literature look main
    mean means mention mentioned mentions new number obtain obtained overview paper papers part people possible
    preprint preprints present presented presents propose proposed proposes provide provided provides publication
    publications publish published question questions reached reason reasons regarding relate related report
    reported reports research researchers review reviewed role said says scientists see seen shed show showed shown
    shows similar specific state stated states studied studies study subject suggest suggested suggests summarise
    summarize team teams topic topics type types understand understanding use used useful uses using various want
    way ways work works write writes written wrote
"""

# What a thing of any kind may be, do or undergo: a text means it by many words.
_GENERAL = """
    able abrupt absolute accurate actual additional adequate advantage advantageous affect affects aid aids
    allow amount appropriate attempt average avoid bad beat beats beneficial benefit benefits best better big careful
    cause
    causes certain chance change changes choice clear close closely combined common compare compared comparison
    complete condition correct correctly crucial current decline decrease degree delay delays depend difference
    different difficult direct distinct earlier early ease easy effect effective effectively effects efficacy
    efficient eliminate enough ensure entire equal especially essential exactly exclusively expected extent
    extra extreme fact factor fail failure fall false fast favorable favourable feasible final full fully
    fundamental gain general generally good great greater greatly half hamper hard harm harmful help helpful
    helps high higher highly hinder hurt ideal identical immediate impact impair important improve improved
    inadequate increase increased independent indicate inferior influence initial insufficient keep key lack
    large last late later lead leads least less level likely limit limited little long low lower main maintain
    major majority matter maximal meaningful minimal minor moderate modest multiple mutual necessary need needed
    needs negative neutral normal notable obvious optimal ordinary original outcome outperform outperforms
    overall particular
    permanent
    permit plausible play poor positive potential potentially practical precise prefer prevalent prevent
    primarily primary prior probable produce promote proper protect protective protects prove quick quickly
    raise range rapid rare rarely rate reach reasonable recent reduce reduced relevant reliable remain require
    required respond restore result results return rise robust safe safely satisfactory satisfying sensible
    separate serious severe significant simple single slight slow small sole solely solid sometimes special
    stable standard start stop strong strongly substantial success successful sufficient suitable superior sure
    surpass surpasses
    tend total trigger true typical unable uniform uniformity unique unlikely useful usual utility valid
    valuable value vary vast viable vital weak whole wide widely win wins worse worst worth wrong
"""

# Nouns by which anything may be called.
_ANYTHING = """
    notion notions idea ideas concept concepts problem problems model models method methods task tasks framework
    frameworks scheme schemes manner way ways approach approaches setting settings technique techniques
"""

_AUXILIARY = """
    is are was were do does did can could should would will has have had may might must isn't aren't doesn't don't
"""

_NUMBER = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions trillion dozen dozens half twice double doubles doubled triple tripled
"""

_PEOPLE = """
    people person persons participant participants subject subjects patient patients respondent respondents
    volunteer volunteers individual individuals adult adults child children user users student students annotator
    annotators worker workers men women man woman human humans listener listeners speaker speakers interviewee
    interviewees rater raters crowdworker crowdworkers teacher teachers physician physicians clinician clinicians
    psychiatrist psychiatrists nurse nurses expert experts player players
"""

_PEOPLE_ASKED = """
    people person persons participant participants subject subjects individual individuals
"""

# Kinds of people that a study may be of: it often counts them as its patients.
_KINDS = """
    adult adults adolescent adolescents baby babies boy boys child children girl girls infant infants man men mother
    mothers neonate neonates newborn newborns participant participants people student students volunteer volunteers
    woman women
"""

# Words for children, of whom a study speaks by any.
_CHILDREN = """
    baby babies child children infant infants kid kids neonate neonates newborn newborns paediatric pediatric toddler
    toddlers
"""

# What a study counts its patients as.
_CASES = """
    patients cases subjects participants individuals
"""

_RANKED = """
    age bleu chapter class day fig figure grade group hits layer level month part pass phase precision rank recall rouge
    section stage step table tier top type week year
"""


FUNCTION_WORDS = frozenset(_FUNCTION.split())
# Words about the asking, the papers and the reporting: they say nothing of what the papers must contain.
SCAFFOLD_WORDS = frozenset(_SCAFFOLD.split())
GENERAL_WORDS = frozenset(_GENERAL.split())
ANYTHING = frozenset(_ANYTHING.split())
AUXILIARIES = tuple(_AUXILIARY.split())
NUMBER_WORDS = frozenset(_NUMBER.split())
PEOPLE = frozenset(_PEOPLE.split())
PEOPLE_ASKED = frozenset(_PEOPLE_ASKED.split())
KINDS_OF_PEOPLE = frozenset(_KINDS.split())
CHILDREN = frozenset(_CHILDREN.split())
CASES = frozenset(_CASES.split())
RANKED = frozenset(_RANKED.split())  # what stands before a number that ranks or measures
