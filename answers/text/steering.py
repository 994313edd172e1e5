"""Sentences that speak to whoever reads them instead of saying something: no evidence, and no model sees them.

This is one of three lines: what gets past it must still name a source id that no paper can know, and be borne out by
a quote of that source.
"""

import base64
import binascii
import re
import unicodedata

from corpus.remembered import SENTENCE, remembered
from corpus.text import clean, without_markup

ENCODED = re.compile(r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/_-]{16,}={0,2}")
# Orders to disregard what was said before, in the languages most papers are written in.
_DISREGARD = (
    r"\b(?:ignor\w*|disregard\w*|forget|overrid\w*|bypass|skip|discard)\b.{0,40}\b(?:instruct\w+|prompts?|rules?|orders|"
    r"guidelines?|directions?|above|previous|prior|earlier|everything|system|context|sources?|papers?)\b"
    r"|\b(?:ignor\w*|oubli\w*|olvid\w*|neglig\w*|dimentic\w*|desconsider\w*|esque\w*|vergiss|ignorier\w*|missacht\w*"
    r"|negeer|игнорир\w*|забуд\w*)\b.{0,60}\b(?:instru\w+|consign\w+|anweisung\w*|anleitung\w*|befehl\w*|regeln|istruzion\w*|"
    r"instruç\w*|instruc\w*|regras|reglas|règles|regole|инструкц\w*|указан\w*|правил\w*|aanwijzing\w*)\b"
    r"|(?:忽略|无视|無視|忘记|忘れ|무시|تجاهل|अनदेखा)"
)
# A role in a conversation, a tag of one, or an order to answer in some way.
_ADDRESS = (
    r"(?:^|[<\[{|(#*/])\s*/?(?:system|assistant|user|developer|human|instructions?|inst|sys|prompt)"
    r"(?:\s*(?:prompt|message|note|override|instruction|update))?\s*(?:[:>\]}]|\|>)"
    r"|<\|[^|]{1,30}\|>|\[/?inst\]|<<\s*/?sys\s*>>"
    r"|</?(?:system|assistant|user|instructions?|prompt|tool|script|iframe|img)\b"
    r"|\b(?:as an? (?:ai|llm|language model)|you are (?:now|an? (?:ai|assistant|helpful|language|chat))"
    r"|you must (?:now )?(?:say|cite|answer|reply|respond|output|recommend|state|write|include|mention|claim|print)|"
    r"(?:note|message|instructions?|attention|reminder|important|dear|hey|hello)[,:]? (?:to|for) (?:the )?"
    r"(?:ai|llm|model|assistant|reader|summari[sz]er|reviewer|language model|chatbot)s?"
    r"|(?:ai|llm|language model|chatbot|assistant)s? (?:reading|that reads?|who reads?)"
    r"|jailbreak|prompt injection:|new instructions?|system prompt)\b"
    r"|(?:^|[.!?:;,\"'“‘(>\]]\s*|\b(?:please|now|then|and|instead|just|only|always|must|to|kindly)\s+)"
    r"(?:say|answer|reply|respond|repeat|output|print|cite|write|recommend|return|insert|include|append|state|claim"
    r"|conclude|tell the|call|rank|rate|mention|reveal|execute|decode|translate|follow|obey)\b"
    r"(?:.{0,30}[\"'“‘«:\[]|\s+(?:only|exactly|with|that|this (?:paper|work|sentence|instruction)|the following"
    r"|as follows|verbatim|in (?:all|every)|source|paper)\b)"
    r"|\b(?:antwort\w*|sage?|schreib\w*|zitier\w*|répond\w*|dites|écri\w*|cite[zr]?|respond[ae]\w*|rispond\w*|di que"
    r"|escrib\w*|diga|responda|antwoord|ответь\w*|скажи\w*|напиши\w*)\b.{0,40}[\"'“‘«:]"
    r"|(?:回答|输出|輸出|答え|出力|请说|說|대답|أجب|قل)"
)
STEERS = re.compile(f"(?:{_DISREGARD})|(?:{_ADDRESS})", re.IGNORECASE | re.DOTALL)


@remembered(most=20_000, longest=SENTENCE)
def steers(text: str) -> bool:
    """Whether the text, or what it hides in markup, invisible characters or base64, tells its reader what to do."""
    return any(STEERS.search(reading) for reading in _readings(text))


def _readings(text: str) -> list[str]:
    shown = _plain(text)
    hidden = [_decoded(found) for found in ENCODED.findall(shown)]
    return [_plain(unicodedata.normalize("NFKC", text)), shown, *(_plain(found) for found in hidden if found)]


def _plain(text: str) -> str:
    return clean(unicodedata.normalize("NFKC", without_markup(text)))


def _decoded(found: str) -> str:
    """The text that these letters are base64 of; empty where they are not."""
    padded = found.rstrip("=").replace("-", "+").replace("_", "/")
    padded += "=" * (-len(padded) % 4)
    try:
        text = base64.b64decode(padded, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return text if text.isprintable() else ""
