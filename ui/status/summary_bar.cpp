// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/summary_bar.h"

#include "server_values/server_snapshot.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ticker {

namespace {
constexpr qsizetype longestSymbolShown = 24;
}

SummaryBar::SummaryBar(const Actions &actions, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("summaryBar"));
    setFrameShape(QFrame::StyledPanel);
    setLayout(new QHBoxLayout);
    m_clients = addFigure(QStringLiteral("clientCountValue"), tr("Clients"));
    m_rate = addFigure(QStringLiteral("actualRateValue"), tr("Actual rate"));
    m_price = addFigure(QStringLiteral("priceValue"), tr("Price"));
    m_seed = addFigure(QStringLiteral("seedValue"), tr("Seed"));
    m_seed.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_seed.value->setToolTip(actions.setSeed->toolTip());
    addButton(QStringLiteral("setSeedButton"), actions.setSeed);
    addButton(QStringLiteral("newSeedButton"), actions.newSeed);
    showNothing();
}

void SummaryBar::addButton(const QString &name, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus); // tool buttons are left out of the tab chain by default
    layout()->addWidget(button);
}

SummaryBar::Figure SummaryBar::addFigure(const QString &valueName, const QString &caption)
{
    const Figure figure{plainLabel(caption, this), plainLabel(this)};
    figure.value->setObjectName(valueName);
    QFont font = figure.value->font();
    font.setPointSizeF(font.pointSizeF() * 1.45);
    font.setBold(true);
    figure.value->setFont(font);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(figure.caption);
    column->addWidget(figure.value);
    static_cast<QHBoxLayout *>(layout())->addLayout(column, 1);
    return figure;
}

void SummaryBar::setFigure(const Figure &figure, const QString &value)
{
    if (figure.value->text() == value)
        return;
    figure.value->setText(plainText(value));
    // A screen reader that lands on the number alone would not say whose it is.
    figure.value->setAccessibleName(plainText(tr("%1: %2", "caption, value").arg(figure.caption->text(), value)));
}

void SummaryBar::showSnapshot(const ServerSnapshot &snapshot)
{
    const QString symbol = snapshot.featuredSymbol;
    m_price.caption->setText(
        plainText(symbol.isEmpty() ? tr("Price") : tr("Price of %1").arg(shortText(symbol, longestSymbolShown))));
    m_price.caption->setToolTip(symbol.size() > longestSymbolShown ? plainToolTip(symbol) : QString());
    setFigure(m_clients, formats::count(quint64(snapshot.clients.size())));
    setFigure(m_rate, snapshot.paused ? tr("paused") : formats::rate(snapshot.actualRateHz));
    setFigure(m_price,
              snapshot.featuredPrice ? formats::price(*snapshot.featuredPrice, snapshot.featuredDecimals)
                                     : tr("no data yet"));
    // An identifier to type again: no separators. A file has none.
    setFigure(m_seed, snapshot.playback ? QStringLiteral("–") : QString::number(snapshot.seed));
}

void SummaryBar::showNothing()
{
    for (const Figure &figure : {m_clients, m_rate, m_price, m_seed})
        setFigure(figure, QStringLiteral("–"));
}

} // namespace ticker

#include "moc_summary_bar.cpp"
