"""A person at the page: looks at a phone, taps, writes, sends a file, passes a link on, moves the clock."""

from playwright.sync_api import FilePayload, Locator, Page, ViewportSize, expect

AGAIN_MS = 800  # a second tap on the same button sooner than this counts as a double tap


class PhoneOnPage:
    """One phone, found by the beginning of its owner's name; `card` is the newest message of the bot."""

    def __init__(self, page: Page, name: str) -> None:
        self._page = page
        self.name = name
        self.root = page.locator(f'section[data-name^="{name}"]')
        self.tab = page.locator("[data-testid^=tab-]").filter(has_text=name)
        self.of_the_bot = self.root.locator('[data-testid="message"][data-side="in"]')
        self.card = self.of_the_bot.last
        self._pressed = ""

    def sees(self, *words: str) -> None:
        """The newest message of the bot holds all of these."""
        for each in words:
            expect(self.card).to_contain_text(each)

    def sees_not(self, words: str) -> None:
        expect(self.card).not_to_contain_text(words)

    def button(self, label: str) -> Locator:
        """The buttons of the newest message with these words in them."""
        return self.card.get_by_test_id("inline-button").filter(has_text=label)

    def press(self, label: str) -> None:
        """One tap on the one button with these words."""
        if label == self._pressed:
            self._page.wait_for_timeout(AGAIN_MS)
        self._pressed = label
        self.button(label).click()

    def turn_to(self, label: str) -> None:
        """Turns the pages of a list until it has that button."""
        while True:
            expect(self.button(label).or_(self.button("▶️")).first).to_be_visible()
            if self.button(label).count():
                return
            shown = self.card.inner_text()
            self._page.wait_for_timeout(AGAIN_MS)  # the tap that opened the list turned to a page as well
            self.press("▶️")
            expect(self.card).not_to_have_text(shown, use_inner_text=True)

    def write(self, text: str) -> None:
        self.root.get_by_test_id("input").fill(text)
        self.root.get_by_test_id("send").click()

    def send_sample(self, name: str) -> None:
        """The paper clip, a file that lies ready, send."""
        self.root.get_by_test_id("attach-button").click()
        self.root.get_by_test_id("sample").filter(has_text=name).click()
        self.root.get_by_test_id("attach-send").click()

    def send_photo(self, name: str, picture: bytes) -> None:
        file: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": picture}
        self.root.get_by_test_id("attach-input").set_input_files(file)
        self.root.get_by_test_id("attach-send").click()

    def hide(self) -> None:
        """Puts the phone away; messages still arrive."""
        self.root.get_by_test_id("phone-menu").click()
        self.root.get_by_test_id("hide").click()

    def passes_link_to(self, name: str) -> None:
        """Taps the invitation's link; the page asks who opens it: one of those who are there."""
        self._tap_link()
        self._page.get_by_test_id("who-opens").get_by_role("button").filter(has_text=name).click()

    def passes_link_to_new(self, first_name: str, last_name: str) -> "PhoneOnPage":
        """Taps the invitation's link; somebody new opens it."""
        self._tap_link()
        self._page.get_by_test_id("opens-new").click()
        self._page.get_by_test_id("first-name").fill(first_name)
        self._page.get_by_test_id("last-name").fill(last_name)
        self._page.get_by_test_id("dialog-submit").click()
        return PhoneOnPage(self._page, first_name)

    def _tap_link(self) -> None:
        self.card.get_by_role("link").filter(has_text="t.me/").click()


def move_clock(page: Page, to: str) -> None:
    """The dialog of the clock; `to` is the plan's local time, as 2024-04-02T09:00."""
    page.get_by_test_id("clock-todate").click()
    page.get_by_test_id("clock-when").fill(to)
    page.get_by_test_id("clock-dialog").get_by_test_id("dialog-submit").click()


PAPER = ViewportSize(width=800, height=600)
"""The size of a photographed paper."""


def paper_html(title: str, lines: list[str]) -> str:
    """A sheet of paper on a table, as a page."""
    rows = "".join(f"<p>{line}</p>" for line in lines)
    return (
        "<body style='margin:0;height:600px;overflow:hidden;background:linear-gradient(#8a6f56,#5d4a3a)'>"
        "<div style='margin:26px auto;width:560px;height:640px;padding:44px 56px;box-sizing:border-box;"
        "background:#fdfcf7;box-shadow:0 12px 40px #0009;transform:rotate(-1.5deg);font:20px/1.35 serif'>"
        f"<h1 style='font-size:28px;text-align:center'>{title}</h1>{rows}</div>"
    )


def document_picture(page: Page, title: str, lines: list[str]) -> bytes:
    """A photograph, as it were, of a paper: JPEG, drawn by the browser so that any letters can stand on it."""
    sheet = page.context.new_page()
    sheet.set_viewport_size(PAPER)
    sheet.set_content(paper_html(title, lines))
    picture = sheet.screenshot(type="jpeg", quality=80, scale="css")
    sheet.close()
    return picture
