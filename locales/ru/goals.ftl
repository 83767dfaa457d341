## Что понято из целей плана
goal-understood = 🎯 { $periods } — понято: { $goals }
goal-unsure = ❓ { $periods } — понято: { $goals }
goal-at-least = не менее { $value }
goal-at-most = не более { $value }
goal-level = уровень
goal-increment = прирост
goal-drop = снижение
goal-total = всего { $value }
goal-due = срок { $day }
goal-each-week = в неделю
goal-each-month = в месяц
goal-each-quarter = в квартал
goal-each-half-year = в полугодие
goal-each-year = в год
