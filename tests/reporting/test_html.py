"""The page: complete, harmless, first what was not judged."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from alignment.models import Coverage, Issue, Match, Report, Text
from alignment.reporting import as_html

OPEN_ENDED = {"meta", "link", "br", "input", "rect", "p", "li", "td", "th", "tr"}


class Page(HTMLParser):
    """Elements, attributes and text of a page, and whether what must be closed is closed in order."""

    def __init__(self, html: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self._stack: list[str] = []
        self.feed(html.decode())
        self.close()
        assert self._stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in OPEN_ENDED:
            self._stack.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag not in OPEN_ENDED:
            assert self._stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._stack and self._stack[-1] in ("script", "style"):
            return
        self.words.append(data)
        if self.headings and any(tag in self._stack for tag in ("h1", "h2", "h3", "h4", "h5", "h6")):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


@pytest.fixture(scope="module")
def page(report: Report) -> Page:
    return Page(as_html.render(report, "id"))


def test_what_was_not_judged_stands_before_the_summary_and_the_findings(page: Page) -> None:
    chapters = [text for level, text in page.headings if level == 2]

    assert chapters == ["Yang belum dinilai", "Ringkasan", "Temuan", "Matriks konsistensi", "Lampiran"]
    opening = page.text[: page.text.index("Temuan menurut bidang pemeriksaan")]
    for said in (
        "Buku 3 – Quick Win.doc",
        "93 dari 96",
        "hlm. 14–15, 40",
        "Tidak ada Renstra atau RKPD",
        "1 baris rencana",
    ):
        assert said in opening, said


def test_a_complete_review_says_so_instead(report: Report) -> None:
    nothing_left = {"unopened": (), "not_judged": (), "unread": (), "findings": (), "waived": ()}
    draft = report.sources[0].model_copy(update={"unread_pages": (), "issues": ()})
    coverage = Coverage(pages=96, pages_read=96, programs=6, rows_unread=0, judged={"PIL001": 6})
    whole = report.model_copy(update={**nothing_left, "sources": (draft,), "coverage": coverage})

    text = Page(as_html.render(whole, "id")).text
    unasked = whole.model_copy(update={"coverage": coverage.model_copy(update={"judged": {}})})

    assert "Belum semuanya dinilai." in Page(as_html.render(unasked, "id")).text
    assert "Semua dokumen terbuka, semua halaman dan baris terbaca" in text
    assert "Tidak ada temuan pada bagian yang dinilai. Yang belum dinilai tercantum di atas." in text


def test_the_head_says_how_the_plan_stands_and_the_summary_where_to_start(page: Page, report: Report) -> None:
    head = page.text[: page.text.index("Ringkasan")]
    assert "Belum semuanya dinilai. 3 kesalahan harus dibetulkan sebelum rencana diteruskan." in head
    start = page.text[page.text.index("Mulai dari sini") : page.text.index("Temuan menurut bidang")]
    assert report.findings[6].message.id in start  # the first error in reading order
    assert report.findings[7].message.id not in start  # a note

    warned = report.model_copy(update={"findings": tuple(f for f in report.findings if f.severity == "warning")})
    said = Page(as_html.render(warned, "id")).text
    assert "Tidak ada kesalahan pada bagian yang dinilai; 3 peringatan perlu dibetulkan atau dijelaskan." in said


def test_pages_that_are_unread_for_one_reason_are_told_once(report: Report) -> None:
    why = Text(id="Berupa gambar.", en="A picture.")
    issues = tuple(Issue(code="no_text", page=page, message=why) for page in (14, 15, 40))
    draft = report.sources[0].model_copy(update={"issues": issues})
    text = Page(as_html.render(report.model_copy(update={"sources": (draft,)}), "id")).text

    assert text.count("hlm. 14–15, 40: Berupa gambar.") == 1


def test_checks_that_had_nothing_to_judge_are_no_passes(report: Report) -> None:
    judged = {"PIL001": 6, "SDG001": 0}
    coverage = report.coverage.model_copy(update={"judged": judged, "off": ("SUP006",)})
    text = Page(as_html.render(report.model_copy(update={"coverage": coverage}), "id")).text

    assert "Pemeriksaan yang dapat dilakukan 1 dari" in text
    idle = text[text.index("Pemeriksaan tanpa bahan pada draf ini 1") :]
    assert idle.index("SDG001") < idle.index("Pemeriksaan yang dimatikan 1") < idle.index("SUP006")


def test_words_that_stand_in_several_places_are_quoted_once(report: Report) -> None:
    finding = report.findings[0]
    again = finding.evidence[0].model_copy(update={"page": 70})
    twice = finding.model_copy(update={"evidence": (*finding.evidence, again), "related": ()})
    html = as_html.render(report.model_copy(update={"findings": (twice,)}), "id").decode()

    assert html.count("<blockquote") == 1
    assert "hlm. 63 · kotak 72, 120, 523, 148 pt; hlm. 70 · kotak 72, 120, 523, 148 pt" in Page(html.encode()).text


def test_without_a_plan_no_program_is_shown_as_carried_by_none(report: Report) -> None:
    alone = report.model_copy(update={"sources": report.sources[:1]})

    assert "Didukung oleh" in Page(as_html.render(report, "id")).text
    assert "Didukung oleh" not in Page(as_html.render(alone, "id")).text


def test_commands_in_our_words_are_set_apart(report: Report) -> None:
    hint = Text(id="Lihat `alignment rules list` <b>", en="See `alignment rules list`")
    told = report.findings[0].model_copy(update={"suggestion": hint})
    html = as_html.render(report.model_copy(update={"findings": (told,)}), "id").decode()

    assert "Lihat <code>alignment rules list</code> &lt;b&gt;" in html


def test_every_finding_shows_message_remedy_place_quote_and_fingerprint(page: Page, report: Report) -> None:
    for finding in report.findings:
        for said in (finding.message.id, finding.suggestion.id, finding.fingerprint):
            assert said in page.text
        for place in (*finding.evidence, *finding.related):
            assert place.quote.replace(" ", "") in page.text.replace(" ", "")  # marks stand between the words
    assert "Master Plan Smart City – Draf 2.pdf · hlm. 58 · kotak 72, 120, 523, 148 pt" in page.text


def test_the_words_a_verdict_rests_on_are_marked(report: Report) -> None:
    html = as_html.render(report, "id").decode()

    assert "<mark>layanan</mark> <mark>aduan</mark> warga" in html
    assert "Dasar hukum: <mark>Perpres 97/2017</mark>" in html


def test_every_program_tells_where_it_points_and_why(page: Page, report: Report) -> None:
    for program in report.programs:
        assert program.name in page.text
    assert "PN 7" in page.text
    assert "hlm. 212" in page.text
    for rule in ("environment.waste.bank", "sdg.9.c.not-internal", "support.siaga"):
        assert rule in page.text
    assert "−0,50" in page.text


def test_a_rule_that_was_held_back_says_by_which_word(report: Report) -> None:
    matches = report.matches["p1"]
    part = matches.pillars[0].contributions[0]
    silent = part.model_copy(
        update={"rule": "living.health.silent", "words": ("kantor",), "weight": 0.0, "field": "name"}
    )
    refused = matches.pillars[0].model_copy(update={"status": "rejected", "contributions": (silent,)})
    chosen = matches.pillars[0].model_copy(update={"contributions": (part, silent)})

    def told(match: Match) -> str:
        pointed = matches.model_copy(update={"pillars": (match,)})
        return Page(as_html.render(report.model_copy(update={"matches": {"p1": pointed}}), "id")).text

    assert "ditahan oleh kantor nama living.health.silent" in told(refused)
    assert "living.health.silent" not in told(chosen)


def test_several_drafts_are_named_in_the_head_and_apart_in_the_matrix(report: Report) -> None:
    second = report.sources[0].model_copy(update={"id": "d2", "name": "Renstra.pdf", "title": None, "kind": "renstra"})
    moved = report.programs[4].model_copy(update={"document": "d2", "agency": "Dinas Sosial"})
    both = report.model_copy(update={"sources": (*report.sources, second), "programs": (*report.programs[:4], moved)})

    text = Page(as_html.render(both, "id")).text

    assert "Master Plan Smart City Kabupaten Tirta Wening dan 1 dokumen lain" in text
    assert "Dinas Sosial 1 baris Renstra.pdf" in text


def test_a_review_in_which_nothing_could_be_opened_is_still_a_page(report: Report) -> None:
    nothing = {"sources": (), "programs": (), "matches": {}, "findings": (), "unread": ()}
    text = Page(as_html.render(report.model_copy(update=nothing), "id")).text

    assert "Buku 3 – Quick Win.doc" in text


def test_the_appendix_names_every_edition_and_hash(page: Page, report: Report) -> None:
    for source in report.sources:
        assert source.sha256 in page.text
        assert source.engine in page.text
    for edition in report.editions:
        assert edition.sha256 in page.text
    assert report.tool in page.text


def test_money_and_dates_are_written_in_the_indonesian_way(page: Page) -> None:
    assert "Rp4.875.500.000,50" in page.text
    assert "1 Maret 2026" in page.text


def test_the_english_page_is_english_around_indonesian_quotes(report: Report) -> None:
    html = as_html.render(report, "en").decode()

    assert '<html lang="en">' in html
    assert '<blockquote lang="id">' in html
    text = Page(html.encode()).text
    assert "What was not judged" in text
    for word in ("Temuan", "Yang belum", "Saran", "Peringatan", "Mengapa"):
        assert word not in text


def test_a_document_cannot_add_elements_scripts_links_or_controls(report: Report, hostile: Report) -> None:
    html = as_html.render(hostile, "id")
    page, innocent = Page(html), Page(as_html.render(report, "id"))

    assert page.tags["script"] == page.tags["style"] == page.tags["title"] == 1
    assert page.tags["img"] == page.tags["iframe"] == 0
    assert set(page.tags) <= set(innocent.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert {value[:1] for value in page.values("href")} <= {"#", "d"}
    assert [value for value in page.values("href") if value.startswith("d")] == ["data:,"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", html.decode())


def test_hostile_words_are_shown_and_not_lost(hostile: Report) -> None:
    text = Page(as_html.render(hostile, "id")).text

    for shown in ("<script>alert(1)</script>", "]]> --> {{ 7*7 }} {% raw %}", "javascript:alert(1)", "␛[31mmerah"):
        assert shown in text, shown


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_the_page_needs_no_network_and_runs_only_its_own_script(name: str, request: pytest.FixtureRequest) -> None:
    html = as_html.render(request.getfixturevalue(name), "id").decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)

    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    for element in ("script", "style"):
        inside = re.search(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        assert inside
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy[1]
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["']?(?:https?:|//)""", html)
    assert "@import" not in html
    assert "url(" not in html


@pytest.mark.parametrize("name", ["report", "hostile"])
def test_ids_are_unique_and_every_link_arrives(name: str, request: pytest.FixtureRequest) -> None:
    page = Page(as_html.render(request.getfixturevalue(name), "id"))
    ids = Counter(page.values("id"))

    assert [name for name, n in ids.items() if n > 1] == []
    assert {value[1:] for value in page.values("href") if value.startswith("#")} <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)


def test_headings_go_down_one_step_at_a_time_and_tables_have_heads(page: Page) -> None:
    levels = [level for level, _ in page.headings]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    heads = [tag for tag, name, _ in page.attributes if name == "scope"]
    assert len(heads) == page.tags["th"]


def test_the_page_is_the_one_that_was_looked_at(
    report: Report, snapshot: Path, fixed_titles: None, updating: bool
) -> None:
    """The whole page. After a change that was meant: UPDATE_SNAPSHOTS=1 pytest tests/reporting, and look at it."""
    kept = snapshot / "report.html"
    made = as_html.render(report, "id")
    if updating:
        kept.write_bytes(made)

    assert made.decode() == kept.read_text("utf-8")


@pytest.mark.slow
def test_a_plan_of_5000_programs_stays_a_page_that_opens(big: Report) -> None:
    started = time.process_time()
    html = as_html.render(big, "id")
    took = time.process_time() - started
    half = big.model_copy(update={"programs": big.programs[:2500], "findings": big.findings[:10_000]})
    started = time.process_time()
    as_html.render(half, "id")

    assert len(html) < 15_000_000
    assert took < 3 * (time.process_time() - started) + 1, "time grows faster than the plan"
    text = html.decode()
    for finding in big.findings[::997]:
        assert finding.fingerprint in text
    for program in big.programs[::499]:
        assert program.name in text
