// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/market_control.h"

#include "widgets/plain_text.h"
#include "widgets/trimmed_spin_box.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include <utility>

namespace ticker {

namespace {

using Kind = MarketAction::Kind;

constexpr double percent = 100;
constexpr int shortcutModifiers = int(Qt::ControlModifier) | int(Qt::ShiftModifier);
/// Wide enough for most symbols, and for the words that mean all of them.
constexpr int chooserCharacters = 14;
constexpr int chooserRows = 20;       ///< A market may have hundreds of instruments.
constexpr int percentCharacters = 14; ///< "-0.0001 %" beside the arrows.
constexpr int gapBetweenPairs = 14;

/// @p unit times its value is shown.
TrimmedSpinBox *makeField(Kind kind, double unit, int decimals, QWidget *parent)
{
    const MarketAction::Range range = MarketAction::rangeOf(kind);
    auto *field = new TrimmedSpinBox(parent);
    field->setObjectName(MarketAction::nameOf(kind) + QStringLiteral("Value"));
    field->setDecimals(decimals);
    field->setRange(range.lowest * unit, range.highest * unit);
    field->setValue(range.usual * unit);
    return field;
}

} // namespace

MarketControl::MarketControl(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("marketControl"));
    setupFields();
    setupChooser();
    setupActions();
    setupLayout();
}

void MarketControl::setupFields()
{
    const auto makePercent = [this](Kind kind, int decimals, const QString &name) {
        TrimmedSpinBox *field = makeField(kind, percent, decimals, this);
        field->setSuffix(tr(" %"));
        field->setMinimumWidth(fontMetrics().averageCharWidth() * percentCharacters);
        field->setAccessibleName(plainText(name));
        return field;
    };
    m_spikePercent = makePercent(Kind::Spike, 2, tr("Spike in per cent"));
    m_crashPercent = makePercent(Kind::Crash, 2, tr("Crash in per cent"));
    m_driftPercent = makePercent(Kind::Drift, 4, tr("Drift in per cent per tick"));
    m_burstTicks = makeField(Kind::Burst, 1, 0, this);
    m_burstTicks->setAccessibleName(tr("Burst in ticks"));
    const auto showUnit = [this](double ticks) { m_burstTicks->setSuffix(ticks == 1 ? tr(" tick") : tr(" ticks")); };
    connect(m_burstTicks, &QDoubleSpinBox::valueChanged, this, showUnit);
    showUnit(m_burstTicks->value());
}

void MarketControl::setupChooser()
{
    m_chooser = new QComboBox(this);
    m_chooser->setObjectName(QStringLiteral("instrumentChooser"));
    m_chooser->setAccessibleName(tr("Instrument"));
    m_chooser->setToolTip(tr("Instrument that these buttons affect"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(chooserCharacters);
    m_chooser->setMaxVisibleItems(chooserRows);
    m_chooser->addItem(tr("All instruments"), QString());
}

QAction *MarketControl::makeAction(const QString &name, const QString &text, const QString &toolTip, int key)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(QKeySequence(shortcutModifiers | key));
    //: What a button does, and its shortcut.
    action->setToolTip(plainToolTip(tr("%1 (%2)").arg(toolTip, action->shortcut().toString(QKeySequence::NativeText))));
    return action;
}

void MarketControl::connectAction(QAction *action, MarketAction::Kind kind, TrimmedSpinBox *field, double value)
{
    const double unit = kind == Kind::Burst ? 1 : percent;
    connect(action, &QAction::triggered, this, [this, kind, field, value, unit] {
        if (field)
            field->interpretText(); // a shortcut comes while it is typed in
        Q_EMIT actionChosen({kind, symbol(), field ? field->value() / unit : value});
    });
}

void MarketControl::setupActions()
{
    m_singleTick = makeAction(QStringLiteral("singleTickAction"), tr("Single &tick"),
                              tr("Sends one tick now, even while paused"), Qt::Key_T);
    connect(m_singleTick, &QAction::triggered, this, &MarketControl::singleTickWanted);
    m_choose = makeAction(QStringLiteral("chooseInstrumentAction"), tr("Choose &instrument"), tr("Choose instrument"),
                          Qt::Key_I);
    connect(m_choose, &QAction::triggered, m_chooser, [this] { m_chooser->setFocus(Qt::ShortcutFocusReason); });

    m_spike = makeAction(QStringLiteral("spikeAction"), tr("&Spike"), tr("Raises the price by this percentage"),
                         Qt::Key_S);
    connectAction(m_spike, Kind::Spike, m_spikePercent);
    m_crash = makeAction(QStringLiteral("crashAction"), tr("Cras&h"), tr("Lowers the price by this percentage"),
                         Qt::Key_H);
    connectAction(m_crash, Kind::Crash, m_crashPercent);
    m_drift = makeAction(QStringLiteral("driftAction"), tr("&Drift"),
                         tr("Moves the price by this percentage more with each tick; 0 ends the drift"), Qt::Key_D);
    connectAction(m_drift, Kind::Drift, m_driftPercent);
    m_burst = makeAction(QStringLiteral("burstAction"), tr("&Burst ×10"),
                         tr("Ten times the price movement and trade size, for this many ticks"), Qt::Key_B);
    connectAction(m_burst, Kind::Burst, m_burstTicks);
    m_halt = makeAction(QStringLiteral("haltAction"), tr("Halt tradin&g"), tr("No trades until trading is resumed"),
                        Qt::Key_G);
    connectAction(m_halt, Kind::Halt, nullptr);
    m_resume = makeAction(QStringLiteral("resumeAction"), tr("&Resume trading"), tr("Resumes trading after a halt"),
                          Qt::Key_R);
    connectAction(m_resume, Kind::Resume, nullptr);
    m_flatOn = makeAction(QStringLiteral("flatOnAction"), tr("&Flat on"), tr("Trading continues at the current price"),
                          Qt::Key_F);
    connectAction(m_flatOn, Kind::Flat, nullptr, 1);
    m_flatOff = makeAction(QStringLiteral("flatOffAction"), tr("Flat &off"), tr("The price moves again"), Qt::Key_O);
    connectAction(m_flatOff, Kind::Flat, nullptr, 0);
    m_halt->setIconText(tr("Halt"));
}

void MarketControl::setupLayout()
{
    auto *label = plainLabel(tr("&Instrument"), this);
    label->setBuddy(m_chooser);
    auto *states = new QHBoxLayout;
    states->addWidget(label);
    states->addWidget(m_chooser);
    states->addSpacing(gapBetweenPairs);
    for (QAction *action : {m_halt, m_resume, m_flatOn, m_flatOff})
        addButton(states, action);
    states->addStretch();
    addButton(states, m_singleTick);

    auto *moves = new QHBoxLayout;
    addButton(moves, m_spike, m_spikePercent);
    addButton(moves, m_crash, m_crashPercent);
    addButton(moves, m_drift, m_driftPercent);
    addButton(moves, m_burst, m_burstTicks);
    moves->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    QWidget *previous = m_chooser;
    for (QHBoxLayout *row : {states, moves}) {
        layout->addLayout(row);
        for (int i = 0; i < row->count(); ++i) {
            // As they are read, not as they were made.
            QWidget *widget = row->itemAt(i)->widget();
            if (widget && widget != previous && widget->focusPolicy() != Qt::NoFocus)
                setTabOrder(std::exchange(previous, widget), widget);
        }
    }
}

void MarketControl::addButton(QBoxLayout *row, QAction *action, TrimmedSpinBox *field)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName().replace(QStringLiteral("Action"), QStringLiteral("Button")));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus); // tool buttons are left out of the tab chain by default
    row->addWidget(button);
    if (!field)
        return;
    button->setMinimumHeight(field->sizeHint().height());
    field->setToolTip(action->toolTip());
    row->addWidget(field);
    row->addSpacing(gapBetweenPairs);
}

void MarketControl::addTo(QMenu *menu)
{
    menu->addAction(m_singleTick);
    menu->addSeparator();
    menu->addAction(m_choose);
    menu->addActions({m_spike, m_crash, m_drift, m_burst});
    menu->addSeparator();
    menu->addActions({m_halt, m_resume, m_flatOn, m_flatOff});
}

void MarketControl::showSymbols(const QStringList &symbols)
{
    if (m_symbols == symbols)
        return;
    const QString chosen = symbol();
    m_symbols = symbols;
    while (m_chooser->count() > 1)
        m_chooser->removeItem(m_chooser->count() - 1);
    for (const QString &each : symbols) {
        m_chooser->addItem(plainText(each), each);
        m_chooser->setItemData(m_chooser->count() - 1, plainToolTip(each), Qt::ToolTipRole); // the list cuts long ones
    }
    m_chooser->setCurrentIndex(qMax(0, m_chooser->findData(chosen)));
}

void MarketControl::setAvailable(bool available, const QString &whyNot)
{
    const QList<QAction *> actions{m_singleTick, m_choose, m_spike,  m_crash,  m_drift,
                                   m_burst,      m_halt,   m_resume, m_flatOn, m_flatOff};
    setEnabled(available);
    for (QAction *action : actions)
        action->setEnabled(available);
    if (whyNot == m_whyNot)
        return;
    m_whyNot = whyNot;
    const auto tell = [this](auto *part) {
        if (!m_toolTips.contains(part))
            m_toolTips.insert(part, part->toolTip());
        part->setToolTip(m_whyNot.isEmpty() ? m_toolTips.value(part) : plainToolTip(m_whyNot));
    };
    setToolTip(plainToolTip(whyNot));
    for (QAction *action : actions)
        tell(action);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_chooser, m_spikePercent, m_crashPercent, m_driftPercent, m_burstTicks})
        tell(field);
}

QString MarketControl::symbol() const
{
    return m_chooser->currentData().toString();
}

} // namespace ticker

#include "moc_market_control.cpp"
