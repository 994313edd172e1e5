"""Reports on a hub: what its citers make of it, by topic and over time, in their own sentences."""

from collections.abc import Sequence

from answers.reports.citers import Citer, citers_of
from answers.reports.groups import time_section, topic_section
from answers.reports.relations import open_questions, relation_section
from answers.reports.report_values import SECTIONS, Held, Report, Section, SectionName
from index.scope import known_hub
from index.searcher import Searcher


def report(searcher: Searcher, hub_id: str, sections: Sequence[SectionName] = ()) -> Report:
    """The named sections, or all where none is named, in the order of SECTIONS. Raises HubNotFound.

    Nothing is embedded, and a section is the same whichever others are asked for.
    """
    snapshot = searcher.version.snapshot
    hub = known_hub(snapshot, hub_id)
    citers = list(citers_of(snapshot, hub))
    wanted = [name for name in SECTIONS if name in sections or not sections]
    told = tuple(_section(searcher, hub, citers, name) for name in wanted)
    return Report(hub, snapshot.hub(hub).paper, _held(citers), told)


def _section(searcher: Searcher, hub: str, citers: Sequence[Citer], name: SectionName) -> Section:
    match name:
        case "topics":
            return topic_section(searcher.version, citers, searcher.known((hub,)).topics)
        case "time":
            return time_section(searcher.version, citers)
        case "open-questions":
            return open_questions(citers)
        case _:
            return relation_section(name, citers)


def _held(citers: Sequence[Citer]) -> Held:
    labels = [one.citation.role is not None or one.citation.polarity is not None for one in citers]
    return Held(
        citers=len(citers),
        labelled=sum(labels),
        with_context=sum(bool(one.citation.contexts) for one in citers),
        with_text=sum(bool(one.own_text) for one in citers),
    )
