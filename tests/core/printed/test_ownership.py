"""Groups and single posts by their words, over every responsible of three real plans; owners proposed from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.printed.ownership import ProposedOwners, candidates, is_group, propose

EXPECTED = Path(__file__).parents[2] / "documents" / "expected"

HOSPITAL = {
    "Врач клинический фармаколог": False,
    "Главная медсестра": False,
    "Главный бухгалтер": False,
    "Главный внештатный ревматолог": False,
    "Заведующие отделения": True,
    "Заведующий отделении кардиохирургии": False,
    "Заведующий отделении хирургии": False,
    "Заместители главного врача": True,
    "Заместитель главного врача по ККМУ": False,
    "Заместитель главного врача по ЛР": False,
    "Заместитель главного врача по ОМР": False,
    "Заместитель главного врача по ЭР": False,
    "Менеджер по платным услугам": False,
    "Метролог": False,
    "Ответственные лица": True,
    "Офицер комплаенса": False,
    "Председатель профкома": False,
    "Провизор": False,
    "Программист": False,
    "Работники отдела кадров": True,
    "Руководитель АХЧ": False,
    "Руководитель СУП": False,
    "Руководитель службы внутреннего финансового аудита": False,
    "Статист": False,
    "Экономист": False,
    "Эксперты": True,
}
GROUPS = {
    "hospital-2024": {name for name, group in HOSPITAL.items() if group},
    "covid-2020": {
        "Акиматы областей",
        "Акимы областей",
        "ВУЗы",
        "Территориальные департаменты КТСЗМ МТСЗН",
        "Филиалы ГФСС",
        "аккредитованные лаборатории",
    },
    "almaty-2030": {"Акимы районов"},
}
OTHERS = {
    # Russian, with what makes it hard
    "работники отдела кадров": True,
    "Врачи": True,
    "Главные специалисты": True,
    "Медицинские сестры": True,
    "Средние медицинские работники": True,
    "Управления здравоохранения областей": True,  # not "Управление"
    "Министерства": True,
    "Структурные подразделения": True,
    "Местные исполнительные органы": True,
    "Aкиматы областей (по согласованию)": True,  # a Latin A
    "ЗАМЕСТИТЕЛИ ГЛАВНОГО ВРАЧА": True,
    "Акиматы области Ұлытау": True,  # a Kazakh letter in a name
    "Все отделения": True,
    "Инспектора": True,
    "Управление здравоохранения": False,
    "Министерство здравоохранения": False,
    "Администрация больницы": False,
    "Отдел кадров": False,
    "Служба поддержки пациентов": False,
    "Национальная компания": False,
    "Компания «Казахтелеком»": False,
    "МИО": False,
    "НИИ": False,
    "УГПиУ": False,
    "Минздрав": False,
    "Данные статистики": False,
    "Контролер": False,
    "Главный санитар": False,
    "Акимат области Ұлытау": False,
    "И.о. руководителя": False,
    "": False,
    "—": False,
    # Kazakh
    "облыстардың әкімдіктері": True,
    "Облыстардың, Алматы және Шымкент қалаларының әкімдіктері": True,
    "Бас дәрігердің орынбасарлары": True,
    "Бөлім меңгерушілері": True,
    "жауапты тұлғалар": True,
    "сарапшылар": True,
    "мамандар": True,
    "кадр бөлімінің қызметкерлері": True,
    "Алматы қаласының әкімдігі": False,  # "Алматы" ends as a Russian plural does
    "Бас дәрігердің орынбасары": False,
    "Бас бухгалтер": False,
    "Бас мейіргер": False,
    "Аға дәрігер": False,
    "Қаржы министрлігі": False,
    "ДСМ": False,
}


@pytest.mark.parametrize(("name", "group"), [*HOSPITAL.items(), *OTHERS.items()])
def test_groups_are_told_by_their_words(name: str, group: bool) -> None:
    assert is_group(name) is group


@pytest.mark.parametrize("plan", GROUPS)
def test_over_every_responsible_of_a_real_plan(plan: str) -> None:
    shape = json.loads((EXPECTED / f"{plan}.expected.json").read_text())
    names = {name for activity in shape["activities"] for name in activity["responsibles"]}
    assert {name for name in names if is_group(name)} == GROUPS[plan]
    assert plan != "hospital-2024" or names == set(HOSPITAL)


@pytest.mark.parametrize(
    ("responsibles", "proposal"),
    [
        ([], ProposedOwners()),
        (["Метролог"], ProposedOwners(owner="Метролог")),
        (
            ["Заместители главного врача", "Метролог"],
            ProposedOwners(owner="Метролог", supervisor="Заместители главного врача"),
        ),
        (
            ["Заместители главного врача", "Экономист", "Статист"],
            ProposedOwners(
                owner="Экономист", supervisor="Заместители главного врача", contributors=("Статист",)
            ),
        ),
        (
            ["Заместители главного врача", "Эксперты", "Главная медсестра"],
            ProposedOwners(
                owner="Главная медсестра",
                supervisor="Заместители главного врача",
                contributors=("Эксперты",),
            ),
        ),
        (
            ["Заместитель главного врача по ЭР", "Экономист"],
            ProposedOwners(owner="Заместитель главного врача по ЭР", contributors=("Экономист",)),
        ),
        (
            ["Руководитель СУП", "Работники отдела кадров"],
            ProposedOwners(owner="Руководитель СУП", contributors=("Работники отдела кадров",)),
        ),
        (
            ["Заместители главного врача", "Заведующие отделения"],
            ProposedOwners(contributors=("Заместители главного врача", "Заведующие отделения")),
        ),
        (
            ["Метролог", "Экономист", "Метролог"],
            ProposedOwners(owner="Метролог", contributors=("Экономист",)),
        ),
    ],
)
def test_owners_are_proposed(responsibles: list[str], proposal: ProposedOwners) -> None:
    assert propose(responsibles) == proposal


@pytest.mark.parametrize(
    ("group", "posts", "members"),
    [
        (
            "Заместители главного врача",
            list(HOSPITAL),
            [
                "Заместитель главного врача по ККМУ",
                "Заместитель главного врача по ЛР",
                "Заместитель главного врача по ОМР",
                "Заместитель главного врача по ЭР",
            ],
        ),
        (
            "Заведующие отделения",
            list(HOSPITAL),
            ["Заведующий отделении кардиохирургии", "Заведующий отделении хирургии"],
        ),
        ("Эксперты", list(HOSPITAL), []),
        (
            "Эксперты",
            ["Эксперт СППК", "Главный эксперт", "Экспертная комиссия"],
            ["Эксперт СППК"],
        ),
        (
            "Акиматы областей",
            ["Акимат Акмолинской области", "Акимат г. Алматы", "Аким области"],
            ["Акимат Акмолинской области"],
        ),
        (
            "облыстардың әкімдіктері",
            ["Ақмола облысының әкімдігі", "Алматы қаласының әкімдігі", "Облыс әкімі"],
            ["Ақмола облысының әкімдігі"],
        ),
        (
            "Бас дәрігердің орынбасарлары",
            ["Бас дәрігер", "Бас дәрігердің емдеу жұмысы жөніндегі орынбасары", "Бас бухгалтер"],
            ["Бас дәрігердің емдеу жұмысы жөніндегі орынбасары"],
        ),
    ],
)
def test_members_of_a_group(group: str, posts: list[str], members: list[str]) -> None:
    assert candidates(group, posts) == members
