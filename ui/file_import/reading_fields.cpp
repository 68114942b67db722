// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/reading_fields.h"

#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeZone>

namespace ticker {

namespace {

using BadLines = FileReading::BadLines;
using DateOrder = FileReading::DateOrder;

/// As symbols are.
constexpr int longestSymbol = 64;
constexpr int longestZone = 80;

/// Nothing: there is no such zone. UTC is empty, as in a reading.
std::optional<QByteArray> zoneFromText(const QString &text)
{
    const QByteArray zone = text.trimmed().toUtf8();
    if (zone.isEmpty() || zone.compare("UTC", Qt::CaseInsensitive) == 0)
        return QByteArray();
    return QTimeZone::isTimeZoneIdAvailable(zone) ? std::optional(zone) : std::nullopt;
}

QStringList zoneNames()
{
    QStringList names{QStringLiteral("UTC")};
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (id.contains('/') && !id.startsWith("Etc/"))
            names.append(QString::fromLatin1(id));
    }
    return names;
}

template<typename Value>
void addChoice(QComboBox *box, const QString &text, Value value)
{
    box->addItem(plainText(text), int(value));
}

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(box->findData(value));
}

} // namespace

ReadingFields::ReadingFields(const SymbolCheck &symbolCheck, QWidget *parent)
    : QWidget(parent), m_symbolCheck(symbolCheck)
{
    setupFields();
    setupLayout();
    setReading({});
    const auto change = [this] {
        judge();
        Q_EMIT changed();
    };
    connect(m_symbol, &QLineEdit::textEdited, this, change);
    connect(m_zone, &QComboBox::currentTextChanged, this, change);
    for (QComboBox *box : {m_dateOrder, m_point, m_badLines})
        connect(box, &QComboBox::currentIndexChanged, this, &ReadingFields::changed);
}

QComboBox *ReadingFields::makeChoice(const char *name, const QString &title, const QString &option)
{
    auto *box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(plainText(title));
    //: An option of the command line, such as --decimal
    box->setToolTip(plainToolTip(tr("On the command line: %1").arg(option)));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

void ReadingFields::setupFields()
{
    m_symbol = new QLineEdit(this);
    m_symbol->setObjectName(QStringLiteral("importSymbol"));
    m_symbol->setAccessibleName(tr("Symbol"));
    m_symbol->setToolTip(plainToolTip(tr("On the command line: %1").arg(QStringLiteral("--replay-symbol"))));
    m_symbol->setMaxLength(longestSymbol);
    m_symbolProblem = new ProblemLabel(QStringLiteral("importSymbolProblem"), this);
    m_zone = makeChoice("importZone", tr("Time zone"), QStringLiteral("--time-zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const QStringList zones = zoneNames();
    for (const QString &zone : zones)
        m_zone->addItem(plainText(zone));
    m_zone->lineEdit()->setMaxLength(longestZone);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zoneProblem = new ProblemLabel(QStringLiteral("importZoneProblem"), this);
    m_dateOrder = makeChoice("importDateOrder", tr("Dates"), QStringLiteral("--date-order"));
    addChoice(m_dateOrder, tr("As the file shows"), DateOrder::ByFile);
    addChoice(m_dateOrder, tr("Day first (31/12)"), DateOrder::DayFirst);
    addChoice(m_dateOrder, tr("Month first (12/31)"), DateOrder::MonthFirst);
    m_point = makeChoice("importPoint", tr("Decimal sign"), QStringLiteral("--decimal"));
    addChoice(m_point, tr("As the file shows"), '\0');
    addChoice(m_point, tr("Point (1.5)"), '.');
    addChoice(m_point, tr("Comma (1,5)"), ',');
    m_badLines = makeChoice("importBadLines", tr("Unreadable lines"), QStringLiteral("--bad-rows"));
    addChoice(m_badLines, tr("Leave out a few"), BadLines::SkipFew);
    addChoice(m_badLines, tr("Leave out any number"), BadLines::SkipAll);
    addChoice(m_badLines, tr("Stop at the first one"), BadLines::Stop);
}

void ReadingFields::setupLayout()
{
    auto *left = new QFormLayout;
    left->addRow(tr("&Symbol"), m_symbol);
    left->addRow(m_symbolProblem);
    left->addRow(tr("Time &zone"), m_zone);
    left->addRow(m_zoneProblem);
    auto *right = new QFormLayout;
    right->addRow(tr("&Dates"), m_dateOrder);
    right->addRow(tr("D&ecimal sign"), m_point);
    right->addRow(tr("&Unreadable lines"), m_badLines);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(left, 1);
    layout->addLayout(right);
}

void ReadingFields::setReading(const FileReading &reading)
{
    const QSignalBlocker blocker(this);
    m_symbol->setText(plainText(reading.symbol));
    m_zone->setCurrentText(reading.timeZone.isEmpty() ? QStringLiteral("UTC") : QString::fromUtf8(reading.timeZone));
    choose(m_dateOrder, int(reading.dateOrder));
    choose(m_point, int(reading.point.value_or('\0')));
    choose(m_badLines, int(reading.badLines));
    judge();
}

void ReadingFields::addTo(FileReading *reading) const
{
    reading->symbol = m_symbol->text().trimmed();
    reading->timeZone = zoneFromText(m_zone->currentText()).value_or(reading->timeZone);
    reading->dateOrder = DateOrder(m_dateOrder->currentData().toInt());
    const auto point = char(m_point->currentData().toInt());
    reading->point = point == '\0' ? std::nullopt : std::optional(point);
    reading->badLines = BadLines(m_badLines->currentData().toInt());
}

void ReadingFields::showInspection(const FileInspection &inspection)
{
    const bool isKnown = inspection.played.has_value();
    m_symbol->setEnabled(!isKnown || inspection.symbolBy != FileInspection::SymbolBy::File);
    m_symbol->setPlaceholderText(m_symbol->isEnabled() ? tr("As the file's name says") : tr("As the file says"));
    if (isKnown && inspection.symbolBy == FileInspection::SymbolBy::Nobody)
        m_symbol->setPlaceholderText(
            plainText(tr("Not named; played as %1").arg(inspection.played->symbols.front().name)));
    m_zone->setEnabled(!isKnown || inspection.times == FileInspection::Times::Zoneless);
}

/// While it is typed.
void ReadingFields::judge()
{
    const QString symbol = m_symbol->text().trimmed();
    const QString whyNot = symbol.isEmpty() || !m_symbolCheck ? QString() : m_symbolCheck(symbol);
    m_isSymbolValid = whyNot.isEmpty();
    m_symbolProblem->showProblem(whyNot, m_symbol);
    m_isZoneValid = zoneFromText(m_zone->currentText()).has_value();
    m_zoneProblem->showProblem(m_isZoneValid ? QString() : tr("Not a time zone. Examples: UTC, Europe/Berlin."),
                               m_zone);
}

} // namespace ticker

#include "moc_reading_fields.cpp"
