// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_bar.h"

#include "chart/time_window.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace ticker {

namespace {
constexpr qint64 minuteMs = 60'000;
} // namespace

ChartBar::ChartBar(QAction *exportAction, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("chartBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto addPreset = [&](const QString &name, const QString &text, const QString &toolTip,
                               std::optional<qint64> lengthMs) {
        auto *button = makeButton(name, text, toolTip);
        button->setCheckable(true);
        connect(button, &QToolButton::clicked, this, [this, lengthMs] { Q_EMIT lengthChosen(lengthMs); });
        m_presets.append({button, lengthMs});
        layout->addWidget(button);
    };
    addPreset(QStringLiteral("chart1min"), tr("1 min"), tr("The last minute"), minuteMs);
    addPreset(QStringLiteral("chart5min"), tr("5 min"), tr("The last five minutes"), 5 * minuteMs);
    addPreset(QStringLiteral("chart15min"), tr("15 min"), tr("The last 15 minutes"), 15 * minuteMs);
    addPreset(QStringLiteral("chart1h"), tr("1 h"), tr("The last hour"), 60 * minuteMs);
    addPreset(QStringLiteral("chartAll"), tr("All"), tr("The entire history"), std::nullopt);

    m_follow = makeButton(QStringLiteral("chartFollowButton"), tr("Newest"), tr("Follows the newest tick again (End)"));
    connect(m_follow, &QToolButton::clicked, this, &ChartBar::followChosen);
    m_relative = makeButton(QStringLiteral("chartPercentButton"), tr("In %"),
                            tr("Shows each instrument's change in per cent since the left edge of the chart"));
    m_relative->setAccessibleName(tr("In per cent"));
    m_relative->setCheckable(true);
    connect(m_relative, &QToolButton::toggled, this, &ChartBar::relativeChosen);
    auto *save = makeButton(QStringLiteral("exportChartButton"), {}, {});
    save->setDefaultAction(exportAction);

    layout->addWidget(m_follow);
    layout->addStretch();
    layout->addWidget(m_relative);
    layout->addWidget(save);
}

QToolButton *ChartBar::makeButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(plainText(text));
    button->setToolTip(plainToolTip(toolTip));
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::toggled, button, [button](bool checked) {
        // Dark styles hardly tell a pressed button from another.
        QFont font = button->font();
        font.setBold(checked);
        button->setFont(font);
    });
    return button;
}

void ChartBar::showWindow(const TimeWindow &window)
{
    for (const Preset &preset : std::as_const(m_presets))
        preset.button->setChecked(preset.lengthMs == window.length());
    m_follow->setEnabled(!window.follows());
}

void ChartBar::setRelative(bool relative)
{
    m_relative->setChecked(relative);
}

} // namespace ticker

#include "moc_chart_bar.cpp"
