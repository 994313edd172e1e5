"""Words that papers of any topic use, so that they name none: by these, phrases are told from mere runs of words."""

import re
from collections.abc import Iterator

from index.text.tokens import stem

# Nouns that papers use of themselves, and adjectives beside them: they name something only beside another word.
ACADEMIC_LIST = (
    "ability accuracy advance aim algorithm analysis application approach area article aspect attempt author baseline "
    "benchmark case challenge change collection community comparison component concept contribution corpora corpus "
    "data dataset datasets deep demand description design detail development difference difficulty direction domain "
    "effect effectiveness effort error evaluation evidence example experiment factor feature field finding form "
    "framework function gain generation goal group idea impact importance improvement information input insight "
    "instance issue knowledge label lack language large learning length level limitation list literature loss machine "
    "majority mechanism method methodology metric model natural need network number objective one order output "
    "overview pair paper part participant people performance perspective pipeline point position possibility power "
    "practice precision presence problem procedure process progress property purpose quality question range rate "
    "reason recall report representation research researcher resource result role rule sample scale scenario science "
    "score section series set setting setup shared size small solution source space stage state step strategy "
    "structure study submission success survey system table task technique technology term test text theory thing "
    "time tool topic training trend type university usage use user value variant variation variety version view "
    "volume way word work workshop world year"
)
# Verbs, and what stands before nouns without being part of their name: a phrase does not reach across them.
BREAKING_LIST = (
    "accept account achieve across adapt add address affect against aim al allow although among analyse analyze "
    "another appear apply approach approaches argue around assess assume attempt attract base based become begin "
    "believe best better beyond big bring build built call capable capture carry categorise categorize cause certain "
    "choose chosen claim collect combine come common compare compete competitive complete compute conclude conduct "
    "consider consist construct contain contribute correspond cover create crucial current deal define demonstrate "
    "depend derive describe detect determine develop differ different difficult discover discuss due easy effective "
    "efficient eg eight either employ enable encourage enhance ensure establish estimate etc evaluate even every "
    "examine exhibit exist expect explain exploit explore extend extensive extract facilitate fall far fast few "
    "final find first five focus follow found four full fully fundamental gain gave general generate get give given "
    "go good got great grew grow grown handle hard held help high higher highest however identify ie ii iii "
    "illustrate implement important improve include increase indicate inform interesting intermediate introduce "
    "investigate involve join keep kept key know known last later latter lead learn least leave led left let "
    "leverage like likely limit little long look lose low made main make many mean meant measure meet much multiple "
    "near necessary need never new next nine novel observe obtain occur offer often old open optimal order original "
    "outperform overall paid particular people perform play poor popular possible potential powerful practical "
    "predict prefer present previous primary prior process produce promise promising prove provide publish put raise "
    "rather reach real receive recent recently reduce refer relate relative rely remain remove report represent "
    "require respective respectively result reveal rich robust run second see seem select sentence serve set seven "
    "several show shown significant similar simple since single six solve special specific standard start still "
    "strong study substantial successful suffer suggest suitable summarize superior surpass tackle take taken taught "
    "ten test third three today together top toward towards traditional train trained treat try turn two typical "
    "understand unlike use useful usual utilize valuable various verify vs want well whether whole wide widely "
    "without work worse write written yet yield zero"
)
# Such words as these before a word, or an article after it, say that it is a verb.
BEFORE_VERBS_LIST = "to we can could may might will would should i they which who that not it cannot"
ARTICLES_LIST = "a an the this these those our its their each how what whether his her your my"
# Connectives, adverbs, amounts, words of reporting and parts of addresses, beside those that break phrases.
FILLER_LIST = (
    "able accordingly additional additionally afterwards against ago ahead albeit alike alone along already also "
    "alternatively always amongst anyway apart aside available average away back beside besides bit briefly com "
    "comprise comprising concern concerning consequently constitute conversely currently decade depend depending "
    "depends despite doi done early elsewhere enough entire entirely equally essentially eventually ever exact "
    "excluded experimentally exploit exploits extent extremely fact far further furthermore github half hence here "
    "hereby herein html http https indeed initial instead issue lastly latter least less lot main mainly majority "
    "mere merely moreover most mostly much namely nearly nevertheless none nonetheless normal notable notably note "
    "noted notes noting nowadays numerous often org otherwise overall partly past pdf per perhaps plus previously "
    "quite rather real-world regular reported reporting reports roughly same seen self short similarly simply "
    "slightly so solely sometimes somewhat soon state-of-the-art still strictly sufficient suitably taking thereby "
    "therefore therein thereof third though thousand through throughout thus total twofold upon url usually valid "
    "versus via well whereas whereby wherein whilst whose www yes"
)
KEPT_LIST = "learning training testing reading building"  # nouns, though formed from verbs


def _inflected(verb: str) -> Iterator[str]:
    bare = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es", f"{bare}ed", f"{bare}ing", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")
    if verb.endswith("y"):
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")


ACADEMIC = frozenset(stem(word) for word in ACADEMIC_LIST.split())
BREAKING = frozenset(form for word in BREAKING_LIST.split() for form in _inflected(word)) - set(KEPT_LIST.split())
BEFORE_VERBS = frozenset(BEFORE_VERBS_LIST.split())
ARTICLES = frozenset(ARTICLES_LIST.split())
PARTICIPLE = re.compile(r"^[a-z-]+[^e]ed$")
NOUNS_IN_LY = frozenset({"anomaly", "assembly"})
FILLER = BREAKING | frozenset(FILLER_LIST.split())


def tells(term: str) -> bool:
    """Whether a word or a pair of words, as it is spelt, names something by which two papers can be related."""
    said = term.split(" ")
    if not FILLER.isdisjoint(said) or any(map(is_adverb, said)):
        return False
    return len(said) > 1 or not (PARTICIPLE.search(term) or (term.islower() and stem(term) in ACADEMIC))


def is_adverb(word: str) -> bool:
    """By its ending: of shorter words in -ly most are none, as "family"."""
    return word.endswith("ly") and len(word) > len("family") and word not in NOUNS_IN_LY
