"""DOC003: a part that every smart-city master plan has, and this one does not."""

from __future__ import annotations

from alignment import corpora, i18n
from alignment.checks.base import Reading, Review, Verdict, finding
from alignment.checks.kinds import is_smart_city_plan
from alignment.checks.printed import holds, is_read_whole
from alignment.checks.spec import CheckSpec
from alignment.models import Document, Evidence, Finding, Lang, Text
from alignment.models.corpus import EvaluationQuestion

_QUESTIONS_SHOWN = 2


def missing_part(review: Review, spec: CheckSpec) -> Verdict:
    """Judges smart-city master plans of some length by the words of each part; the form and an excerpt owe none.

    A page that could not be read may hold what is missing: then nothing is said to be missing.
    """
    judged, found = 0, list[Finding]()
    for draft in review.drafts:
        if not _is_whole_plan(draft, review.files(draft), spec):
            continue
        judged += 1
        found.extend(
            _found(spec, draft, part) for part, phrases in spec.words.items() if not holds(review, draft, phrases)
        )
    return Verdict(judged, tuple(found))


def _is_whole_plan(draft: Reading, files: tuple[Document, ...], spec: CheckSpec) -> bool:
    return (
        draft.document.kind == "master_plan"
        and is_smart_city_plan(draft)
        and is_read_whole(files, spec.threshold("pages"))
    )


def _found(spec: CheckSpec, draft: Reading, part: str) -> Finding:
    return finding(spec, part, subject=(), evidence=(Evidence(document=draft.document.id),), asked=_asked(part))


def _asked(part: str) -> Text:
    """The first questions of the ministry's evaluation that the part answers, with the element they stand in."""
    evaluation = corpora.load("smart-city")
    questions = [one for one in evaluation.entries if part in one.answered_by]
    if not questions:
        return Text(id="", en="")
    return i18n.both("form.asked", questions=Text(id=_listed(questions, "id"), en=_listed(questions, "en")))


def _listed(questions: list[EvaluationQuestion], lang: Lang) -> str:
    evaluation = corpora.load("smart-city")
    elements = [evaluation.get(one.id.partition(".")[0]) or one for one in questions[:_QUESTIONS_SHOWN]]
    return "; ".join(
        f"{one.label.in_language(lang)} ({element.label.in_language(lang)})"
        for one, element in zip(questions, elements, strict=False)
    )
