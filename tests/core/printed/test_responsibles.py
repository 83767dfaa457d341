"""Cells of posts and bodies taken apart, and the spellings of one name joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plan.doubts import DoubtCode
from core.printed.responsibles import split_responsibles, standing_alone
from core.printed.spellings import unified

CITIES = ["Акимат г. Нур-Султан", "Акимат г. Алматы", "Акимат г. Шымкент"]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Метролог", ["Метролог"]),
        ("Заместители главного врача. Экономист", ["Заместители главного врача", "Экономист"]),
        ("Экономист; Статист,\nПровизор", ["Экономист", "Статист", "Провизор"]),
        ("МОН, МЦРИАП,", ["МОН", "МЦРИАП"]),
        ("МЗ РК,УОЗ, УСТ,УЗО", ["МЗ РК", "УОЗ", "УСТ", "УЗО"]),
        ("Главный врач и Главный бухгалтер", ["Главный врач", "Главный бухгалтер"]),
        ("Руководитель отдела кадров и спорта", ["Руководитель отдела кадров и спорта"]),
        ("ГП (по согласованию), Верховный суд (по согласованию)", ["ГП", "Верховный суд"]),
        ("МЗ, МФ (свод)", ["МФ", "МЗ"]),
        ("МЗ, НЦОЗ, МЗ", ["МЗ", "НЦОЗ"]),
        ("и.о. директора, Юрист", ["И.о. директора", "Юрист"]),
        (
            "РГП «Институт проблем, безопасности» КН МОН РК, МЗ",
            ["РГП «Институт проблем, безопасности» КН МОН РК", "МЗ"],
        ),
        ("1) Директор\n2) Бухгалтер", ["Директор", "Бухгалтер"]),
        ("Заместители главного врача", ["Заместители главного врача"]),
        ("Заместитель\nглавного врача\nЭкономист", ["Заместитель главного врача", "Экономист"]),
        ("Руководитель\nСУП", ["Руководитель СУП"]),
        ("Ответственный исполнитель - УОЗ; соисполнители: УО, УФ", ["УОЗ", "УО", "УФ"]),
        ("Заместители главного врача по ЛР", ["Заместитель главного врача по ЛР"]),
        (
            "Заместители директора по ЭР и ОМР, Юрист",
            ["Заместитель директора по ЭР", "Заместитель директора по ОМР", "Юрист"],
        ),
        ("Специалист по ОТ и ТБ", ["Специалист по ОТ и ТБ"]),
        ("Акиматы областей, городов Нур-Султан, Алматы, Шымкент", ["Акиматы областей", *CITIES]),
        ("Акиматы областей и городов Нур-Султан, Алматы и Шымкент, МЗ", ["Акиматы областей", *CITIES, "МЗ"]),
        (
            "МЗ, Акиматы областей, г.г. Нур-Султан, Алматы, Шымкент, эксперты",
            ["МЗ", "Акиматы областей", *CITIES, "Эксперты"],
        ),
        (
            "МЗ, акиматы областей, гг. Астаны, Алматы, Шымкента",
            ["МЗ", "Акиматы областей", "Акимат г. Астана", "Акимат г. Алматы", "Акимат г. Шымкент"],
        ),
        ("Главный врач Петров В.Г., Сидорова Г.К.", ["Главный врач Петров В.Г.", "Сидорова Г.К."]),
        (
            "УСт, Акиматы Алатауского, Медеуского и Турксибского районов",
            ["УСт", "Акимат Алатауского района", "Акимат Медеуского района", "Акимат Турксибского района"],
        ),
        (
            "Облыстардың, Астана және Шымкент қалаларының әкімдіктері",
            ["Облыстардың әкімдіктері", "Астана қаласының әкімдігі", "Шымкент қаласының әкімдігі"],
        ),
    ],
)
def test_a_cell_is_taken_apart(printed: str, names: list[str]) -> None:
    assert split_responsibles(printed) == (names, [])


def test_abbreviations_run_together_are_told_by_those_that_stand_alone() -> None:
    alone = standing_alone(["УОЗ", "УО, УСт", "КККБТУ"])
    assert split_responsibles("УОЗ УО Уст", alone) == (["УОЗ", "УО", "Уст"], [])
    assert split_responsibles("ТД КККБТУ", alone) == (["ТД КККБТУ"], [])
    assert split_responsibles("ПС КНБ", alone) == (["ПС КНБ"], [])
    assert split_responsibles("УОЗ Акимы районов УО", alone)[0] == ["УОЗ", "Акимы районов", "УО"]
    assert split_responsibles("УОЗ УС", alone) == (["УОЗ", "УС"], [DoubtCode.RESPONSIBLE_SPLIT])


def test_a_slash_is_a_separator_with_a_doubt() -> None:
    printed = "Руководители отделов/Экономист"
    assert split_responsibles(printed) == (
        ["Руководители отделов", "Экономист"],
        [DoubtCode.RESPONSIBLE_SPLIT],
    )


def test_words_with_nothing_between_them_are_cut_with_a_doubt() -> None:
    assert split_responsibles("Главный врачЭкономист") == (
        ["Главный врач", "Экономист"],
        [DoubtCode.RESPONSIBLE_SPLIT],
    )


@pytest.mark.parametrize(
    ("names", "texts", "same"),
    [
        (["УЗисП", "УЗиСП", "УЗиСП"], [], {"УЗисП": "УЗиСП"}),
        (["ДРЕЗ", "ДРЭЗ", "ДРЭЗ"], [], {"ДРЕЗ": "ДРЭЗ"}),
        (["ДКТСЗ", "ДКТСЗим"], [], {"ДКТСЗ": "ДКТСЗим"}),
        (["Лаборатории", "Лабораториии"], [], {"Лабораториии": "Лаборатории"}),
        (
            ["Акимат Туркисбского района", "Акимат Туркисбского района", "Акимат Турксибского района"],
            ["в Турксибском районе", "Турксибский район", "школы Турксибского района"],
            {"Акимат Туркисбского района": "Акимат Турксибского района"},
        ),
        (
            ["Главный внештнатный ревматолог"],
            [],
            {"Главный внештнатный ревматолог": "Главный внештатный ревматолог"},
        ),
        (
            ["Ауэзовский района", "Акимат Ауэзовского района"],
            [],
            {"Ауэзовский района": "Акимат Ауэзовского района"},
        ),
        # Other names, not other spellings:
        (["УЗО", "УО", "УЗ"], [], {}),
        (["ТД ККБТУ", "ТД КККБТУ"], [], {}),
        (["Заместитель главного врача", "Заместители главного врача"], [], {}),
        (["Заведующий отделением №1", "Заведующий отделением №2"], [], {}),
    ],
)
def test_spellings_of_one_name(names: list[str], texts: list[str], same: dict[str, str]) -> None:
    assert unified(names, lambda: texts) == same


@given(st.text(max_size=120))
def test_any_text_is_survived(printed: str) -> None:
    names, _ = split_responsibles(printed)
    assert all(name.strip() == name and name for name in names)


@given(
    st.lists(
        st.sampled_from(["Экономист", "МЗ", "Провизор", "УОЗ", "Главная медсестра"]), min_size=1, unique=True
    )
)
def test_what_is_joined_by_separators_comes_apart(names: list[str]) -> None:
    for separator in (", ", "; ", "\n", ". "):
        assert split_responsibles(separator.join(names))[0] == names


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Главная медсестра Юрист", ["Главная медсестра", "Юрист"]),
        ("Экономист Главный бухгалтер\nМетролог", ["Экономист", "Главный бухгалтер", "Метролог"]),
    ],
)
def test_posts_with_nothing_but_a_space_between_are_parted_with_a_doubt(
    printed: str, names: list[str]
) -> None:
    assert split_responsibles(printed) == (names, [DoubtCode.RESPONSIBLE_SPLIT])


@pytest.mark.parametrize("printed", ["Заместитель Директора по ЛР", "Заместитель главного врача по ЭР"])
def test_a_post_in_another_case_belongs_to_the_name(printed: str) -> None:
    assert split_responsibles(printed) == ([printed], [])
