"""One review from end to end: read, extract, match, check, report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from alignment import checks, i18n, resources, rules
from alignment.checks import Reading, Review, one_plan
from alignment.config import Options
from alignment.errors import AlignmentError, ConfigError, NoProgramError
from alignment.extraction import extract_programs
from alignment.matching.resolve import match_programs
from alignment.models import Document, Program, Report, Unopened
from alignment.reading import read
from alignment.reporting import build
from alignment.review import settings, waivers

Source = str | PathLike[str] | Document


class _Read(NamedTuple):
    readings: tuple[Reading, ...]
    unopened: tuple[Unopened, ...]
    parts: tuple[Document, ...] = ()
    """The files of the one plan that they are, if they are."""


def check(
    drafts: Source | Iterable[Source],
    against: Source | Iterable[Source] = (),
    as_of: dt.date | None = None,
    *,
    options: Options | Mapping[str, object] | None = None,
) -> Report:
    """Judge drafts, alone and against plans. Both are files or Documents, one or several.

    `as_of` is the day the law is judged as of; None takes each plan's own date, else the edition date of the regulation
    corpus. A single draft that cannot be judged raises its AlignmentError: UnreadableFileError and its children,
    NoProgramError. Of several, such drafts are listed in `Report.unopened` and the others are judged; where none can be
    judged, the first error is raised. A plan that cannot be read, or holds no program, always raises. With the option
    `as_one` the drafts are the files of one plan: some may hold no program, and what two of them print is one program.
    """
    chosen, wanted = settings.chosen(_chosen(options))
    waived = waivers.read(chosen.waivers) if chosen.waivers else ()  # a mistake in it is told before the long work
    specs = settings.applied(checks.load(chosen.rules), wanted, chosen.config)
    judged = _read_drafts(_several(drafts), chosen)
    plans = tuple(_read(plan, chosen) for plan in _several(against))
    with resources.keeping(chosen.cache), rules.using(chosen.rules):
        documents = [reading.document for reading in judged.readings]
        matches = match_programs(_programs(judged.readings), _programs(plans), documents)
        review = Review(judged.readings, plans, matches, as_of, judged.parts)
        report = build.report(review, checks.run(review, specs), judged.unopened, chosen)
    return waivers.applied(report, waived, chosen.today or dt.date.today()) if waived else report


def _chosen(options: Options | Mapping[str, object] | None) -> Options:
    if isinstance(options, Options):
        return options
    try:
        return Options.model_validate(dict(options or {}))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(map(str, first["loc"]))
        raise ConfigError(
            i18n.both("pipeline.bad_option", name=name, problem=first["msg"]), i18n.both("pipeline.mend_option")
        ) from error


def _read_drafts(drafts: tuple[Source, ...], options: Options) -> _Read:
    if not drafts:
        raise ConfigError(i18n.both("pipeline.no_draft"), i18n.both("pipeline.mend_no_draft"))
    readings: list[Reading] = []
    unopened: list[Unopened] = []
    errors: list[AlignmentError] = []
    for draft in drafts:
        try:
            reading = _opened(draft, options) if options.as_one else _read(draft, options)
        except AlignmentError as error:
            errors.append(error)
            unopened.append(Unopened(name=_name(draft), message=error.problem, remedy=error.remedy))
        else:
            if all(reading.document.id != known.document.id for known in readings):  # the same file given twice
                readings.append(reading)
    if errors and not readings:
        raise errors[0]
    if not options.as_one:
        return _Read(tuple(readings), tuple(unopened))
    if not any(reading.extraction.programs for reading in readings):
        raise _no_program(drafts[0])
    whole, parts = one_plan.as_one(readings)
    return _Read((whole,), tuple(unopened), parts)


def _read(source: Source, options: Options) -> Reading:
    reading = _opened(source, options)
    if not reading.extraction.programs:
        raise _no_program(source)
    return reading


def _opened(source: Source, options: Options) -> Reading:
    document = source if isinstance(source, Document) else read(Path(source), options)
    return Reading(document, extract_programs(document))


def _no_program(source: Source) -> NoProgramError:
    return NoProgramError(i18n.both("pipeline.no_program"), i18n.both("pipeline.mend_no_program"), _name(source))


def _programs(readings: Iterable[Reading]) -> tuple[Program, ...]:
    return tuple(program for reading in readings for program in reading.extraction.programs)


def _several(sources: Source | Iterable[Source]) -> tuple[Source, ...]:
    if isinstance(sources, (str, PathLike, Document)):
        return (sources,)
    return tuple(sources)


def _name(source: Source) -> str:
    return source.name if isinstance(source, Document) else str(source)
