"""What is running here, and on what."""

from dataclasses import dataclass

from service.choice import Models
from service.release import release
from service.settings import Settings
from service.view import View


@dataclass(frozen=True, slots=True)
class About:
    """The release, the index and the models in use, and how much is held."""

    version: str
    index_id: str
    model: str
    dim: int
    reranker: str | None
    writer: str | None
    checker: str | None
    papers: int
    hubs: int
    max_upload_mb: int


def about(view: View, models: Models, settings: Settings) -> About:
    return About(
        version=release(),
        index_id=view.index_id,
        model=models.embedder.name,
        dim=models.embedder.dim,
        reranker=models.reranker.name if models.reranker else None,
        writer=models.writer.name if models.writer else None,
        checker=models.entailment.name if models.entailment else None,
        papers=view.paper_count,
        hubs=view.hub_count,
        max_upload_mb=settings.max_upload_mb,
    )
