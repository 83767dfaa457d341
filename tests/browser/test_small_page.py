"""The page on a phone, in Kazakh: everything fits its width, and every button can be read."""

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from locales import texts
from tests.browser.onpage import PhoneOnPage
from tests.browser.pictures import picture

pytestmark = pytest.mark.browser

kk = partial(texts(), "kk")
HOLTER = "Закуп аппарата Холтер"

WHAT_DOES_NOT_FIT = """() => {
  const width = document.documentElement.clientWidth;
  const wide = [document.documentElement, document.body].filter((e) => e.scrollWidth > width);
  const seen = [...document.querySelectorAll("button, .tab-name, .clock-text")].filter((e) => {
    const box = e.getBoundingClientRect();
    const strip = e.closest(".rail, .phones");
    return box.width > 0 && !(strip && (box.left >= width || box.right <= 0));
  });
  const cut = (e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== "visible";
  const outside = (e) => {
    const box = e.getBoundingClientRect();
    return !e.closest(".rail") && (box.left < -1 || box.right > width + 1);
  };
  const bad = seen.filter((e) => outside(e) || cut(e) || [...e.children].some(cut));
  return [...wide.map((e) => e.tagName), ...bad.map((e) => e.textContent || e.getAttribute("aria-label"))];
}"""


def fits(page: Page) -> None:
    """Nothing sticks out of the page or is cut off, wherever the person is."""
    assert page.evaluate(WHAT_DOES_NOT_FIT) == []


def test_the_page_fits_a_phone_in_kazakh(handheld: Page) -> None:
    handheld.get_by_test_id("page-language-kk").click()
    expect(handheld.get_by_test_id("clock-text")).to_contain_text("2024 ж. 26 наурыз, 09:0")
    officer, coordinator = (PhoneOnPage(handheld, name) for name in ("Данияр", "Сауле"))
    speaks_kazakh(officer)
    coordinator.tab.click()
    speaks_kazakh(coordinator)
    coordinator.write("/settings")
    coordinator.press("Қаз")
    coordinator.sees(kk("settings-language"))
    the_sheets_fit(handheld, coordinator)

    for _ in the_coordinators_way(coordinator):
        fits(handheld)
    coordinator.passes_link_to("Данияр")
    for _ in the_officers_way(officer):
        fits(handheld)


def speaks_kazakh(phone: PhoneOnPage) -> None:
    phone.tab.click()
    phone.root.get_by_test_id("phone-menu").click()
    phone.root.get_by_test_id("language-kk").click()


def the_sheets_fit(page: Page, phone: PhoneOnPage) -> None:
    """What opens over a phone or the page: files, commands, the clock, a new person."""
    for opens, shows in (
        (phone.root.get_by_test_id("attach-button"), phone.root.get_by_test_id("own-file")),
        (phone.root.get_by_test_id("menu-button"), phone.root.get_by_test_id("command").first),
        (page.get_by_test_id("clock-todate"), page.get_by_test_id("clock-dialog")),
        (page.get_by_test_id("add-person-button"), page.get_by_test_id("add-person")),
    ):
        opens.click()
        expect(shows).to_be_visible()
        fits(page)
        page.keyboard.press("Escape")
        expect(shows).to_be_hidden()


def the_coordinators_way(coordinator: PhoneOnPage) -> Iterator[None]:
    """From the file to the invitation; yields at each card."""
    coordinator.send_sample("hospital-2024.docx")
    coordinator.sees(kk("plan-accept"))
    yield
    coordinator.press(kk("plan-accept"))
    coordinator.sees(kk("plan-ask-organisation"))
    coordinator.write("№ 1 қалалық аурухана")
    coordinator.sees(kk("begins-ask"))
    yield
    coordinator.press("2024 жылғы 1 қаңтар · ")
    coordinator.sees("5 — Метролог")
    yield
    coordinator.press("Заместители главного врача (9)")
    coordinator.sees(kk("group-ask"))
    yield
    coordinator.press("Заместитель главного врача по ККМУ")
    coordinator.press(kk("owners-confirm"))
    coordinator.sees(kk("people-title"))
    yield
    coordinator.turn_to("Метролог")
    coordinator.press("Метролог")
    coordinator.press(kk("post-invite"))
    coordinator.sees(kk("invited-title", who="Метролог"))
    yield


def the_officers_way(officer: PhoneOnPage) -> Iterator[None]:
    """From the invitation to a recorded row; yields at each card."""
    officer.sees("Метролог")
    yield
    officer.press(kk("invitation-yes"))
    officer.sees("Данияр Оспанов")
    yield
    officer.press(kk("home-begin", count=5))
    officer.sees(HOLTER)
    picture("kazakh", officer.root.page, 585)
    yield
    officer.press(kk("walk-done-figure", value="6 млн").rstrip())
    officer.sees(kk("walk-last", mark="✅", title=HOLTER, figure=": 6 млн"))
    yield
    officer.press("☰")
    officer.sees("Компьютерный томограф", "✅")
    yield
