"""Plurals that no stemmer tells from their looks: corpora, analyses, criteria, children."""

import re

# How singulars end, and how their plurals do: compounds such as subcorpora and meta-analyses end so too.
_ENDINGS = """
    corpus:corpora analysis:analyses hypothesis:hypotheses synthesis:syntheses parenthesis:parentheses
    diagnosis:diagnoses prognosis:prognoses emphasis:emphases metastasis:metastases psychosis:psychoses
    criterion:criteria phenomenon:phenomena automaton:automata polyhedron:polyhedra lexicon:lexica
    matrix:matrices vertex:vertices vortex:vortices appendix:appendices simplex:simplices cortex:cortices
    helix:helices spectrum:spectra curriculum:curricula bacterium:bacteria mitochondrion:mitochondria
    thesaurus:thesauri stimulus:stimuli nucleus:nuclei syllabus:syllabi fungus:fungi bacillus:bacilli
    hippocampus:hippocampi schema:schemata lemma:lemmata stigma:stigmata genus:genera
"""
# Shorter ones are words of their own; as endings they would stand in others ("parentheses", "specimen").
_WHOLE = """
    index:indices thesis:theses crisis:crises axis:axes focus:foci locus:loci radius:radii taxon:taxa optimum:optima
    minimum:minima maximum:maxima erratum:errata stratum:strata child:children mouse:mice foot:feet
    tooth:teeth
"""


def _pairs(written: str) -> dict[str, str]:
    return {plural: singular for singular, _, plural in (pair.partition(":") for pair in written.split())}


ENDINGS, WHOLE = _pairs(_ENDINGS), _pairs(_WHOLE)
ENDS_SO = re.compile(rf"(?:{'|'.join(ENDINGS)})$")


def singular(word: str) -> str:
    """The singular of a folded word that is such a plural; any other word as it is."""
    found = ENDS_SO.search(word)
    return word[: found.start()] + ENDINGS[found.group()] if found else WHOLE.get(word, word)
