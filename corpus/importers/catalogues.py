"""What Semantic Scholar, OpenAlex and Crossref answer, told under the names that a line of ours has."""

from collections.abc import Mapping
from typing import Any

from corpus.importers.names import READ, says_nothing
from corpus.values import ROLES, Role

_WRAPPED = ("citingPaper", "paper", "message", "_source")  # a paper within an entry that says more of its citation
# Which Crossref has in lists, how many at most, and what stands between them: a title and its subtitle, a series and
# its volume.
_LISTED = {"title": (2, ": "), "container-title": (3, "; ")}
_KNOWN = {name.lower(): name for name in sorted(READ)}
_ROLES: dict[str, Role] = {"methodology": "method", **{role: role for role in ROLES}}
_INTENTS: tuple[Role, ...] = ("method", "result", "background")  # the most telling of several first


def under_our_names(told: Mapping[str, Any]) -> dict[str, Any]:
    """The paper with what its entry says of it; what there is no place for keeps its name."""
    plain = _spelt(told)
    for name in _WRAPPED:
        if isinstance(plain.get(name), Mapping) and not plain.get("title"):
            within = _spelt(plain.pop(name))
            plain = {**plain, **{key: value for key, value in within.items() if value is not None or key not in plain}}
    for name, (most, between) in _LISTED.items():
        listed = plain.get(name)
        if isinstance(listed, list) and 0 < len(listed) <= most and all(isinstance(one, str) for one in listed):
            plain[name] = between.join(dict.fromkeys(filter(str.strip, listed)))
    if plain.get("display_name") == plain.get("title"):
        plain.pop("display_name", None)
    if "abstract_inverted_index" in plain and not plain.get("abstract"):
        plain |= _abstract(plain.pop("abstract_inverted_index"))
    if isinstance(plain.get("primary_location"), Mapping):
        plain = _located(plain, plain.pop("primary_location"))
    return plain


def _spelt(told: Mapping[str, Any]) -> dict[str, Any]:
    """With the names that are known spelt as they are known: `Title` and `TITLE` are `title`. Of several spellings the
    known one counts where it says something, and else the first that does; the others keep their names."""
    spelt: dict[str, Any] = {}
    for name in sorted(told, key=lambda name: name not in READ):
        known = _KNOWN.get(name.lower(), name)
        spelt[known if says_nothing(spelt.get(known)) else name] = told[name]
    return spelt


def role_of(intents: object) -> Role | None:
    """The role that a list of intents comes to; None where it has none of ours."""
    told = intents if isinstance(intents, list) else [intents]
    found = [_ROLES[one.lower()] for one in told if isinstance(one, str) and one.lower() in _ROLES]
    return next((role for role in _INTENTS if role in found), found[0] if found else None)


def _abstract(index: object) -> dict[str, Any]:
    """The text whose words stand at the positions told; as it came where it is something else."""
    if not isinstance(index, Mapping):
        return {"abstract_inverted_index": index}
    try:
        placed = sorted((int(at), str(word)) for word, places in index.items() for at in places)
    except (TypeError, ValueError):
        return {"abstract_inverted_index": index}
    return {"abstract": " ".join(word for _, word in placed)}


def _located(plain: dict[str, Any], location: Mapping[str, Any]) -> dict[str, Any]:
    """Venue and address from where the work appeared, where nothing else has told them."""
    rest = dict(location)
    source = rest.get("source")
    if isinstance(source, Mapping) and isinstance(source.get("display_name"), str) and not plain.get("venue"):
        plain["venue"] = source["display_name"]
        rest["source"] = {name: value for name, value in source.items() if name != "display_name"}
    if isinstance(rest.get("landing_page_url"), str) and not plain.get("url"):
        plain["url"] = rest.pop("landing_page_url")
    return {**plain, **{f"primary_location.{name}": value for name, value in rest.items()}}
