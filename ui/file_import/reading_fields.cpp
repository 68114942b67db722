// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/reading_fields.h"

#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

namespace ticker {

namespace {

using BadLines = FileReading::BadLines;
using DateOrder = FileReading::DateOrder;
using Question = FileInspection::Question;

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
    setObjectName(QStringLiteral("readingFields"));
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

/// Tab goes by it: it is read with its field.
ProblemLabel *ReadingFields::makeProblem(const char *name)
{
    auto *label = new ProblemLabel(QLatin1String(name), this);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void ReadingFields::setupFields()
{
    m_symbol = new QLineEdit(this);
    m_symbol->setObjectName(QStringLiteral("importSymbol"));
    m_symbol->setAccessibleName(tr("Symbol"));
    m_symbol->setToolTip(plainToolTip(tr("On the command line: %1").arg(QStringLiteral("--replay-symbol"))));
    m_symbol->setMaxLength(longestSymbol);
    m_symbolProblem = makeProblem("importSymbolProblem");
    m_zone = makeChoice("importZone", tr("Time zone"), QStringLiteral("--time-zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    const QStringList zones = zoneNames();
    for (const QString &zone : zones)
        m_zone->addItem(plainText(zone));
    m_zone->lineEdit()->setMaxLength(longestZone);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zoneProblem = makeProblem("importZoneProblem");
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

void ReadingFields::addRow(QFormLayout *form, const QString &title, QWidget *field)
{
    auto *label = plainLabel(title, this);
    label->setBuddy(field);
    form->addRow(label, field);
    m_titles.emplace_back(field, label);
}

void ReadingFields::setupLayout()
{
    auto *left = new QFormLayout;
    addRow(left, tr("&Symbol"), m_symbol);
    left->addRow(m_symbolProblem);
    addRow(left, tr("Time &zone"), m_zone);
    left->addRow(m_zoneProblem);
    auto *right = new QFormLayout;
    addRow(right, tr("&Dates"), m_dateOrder);
    addRow(right, tr("D&ecimal sign"), m_point);
    addRow(right, tr("&Unreadable lines"), m_badLines);
    setFocusProxy(m_symbol);
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

void ReadingFields::showInspection(const FileInspection &inspection, const std::vector<FileInspection::Column> &columns)
{
    showSymbol(inspection, columns);
    m_zone->setEnabled(!inspection.played || inspection.times == FileInspection::Times::Zoneless);
}

/// Whose symbol it is, as far as that can be told: not before the columns are understood.
void ReadingFields::showSymbol(const FileInspection &inspection, const std::vector<FileInspection::Column> &columns)
{
    using By = FileInspection::SymbolBy;
    const bool hasColumn = std::ranges::any_of(columns, [](const FileInspection::Column &each) {
        return each.field == QLatin1String("symbol") || each.field == QLatin1String("quotes");
    });
    const bool isUnderstood = inspection.played
        || std::ranges::any_of(inspection.columns, [](const auto &each) { return !each.field.isEmpty(); });
    const bool isOfFile = hasColumn || (isUnderstood && inspection.symbolBy == By::File);
    m_symbol->setEnabled(!isOfFile);
    QString text;
    if (isOfFile)
        text = tr("As the file says");
    else if (isUnderstood && inspection.symbolBy == By::FileName)
        text = tr("As the file's name says");
    else if (inspection.played && inspection.symbolBy == By::Nobody)
        text = plainText(tr("Not named; played as %1").arg(inspection.played->symbols.front().name));
    m_symbol->setPlaceholderText(plainText(text));
}

QWidget *ReadingFields::fieldOf(Question question) const
{
    switch (question) {
    case Question::None:
    case Question::Columns:
        break;
    case Question::DateOrder:
        return m_dateOrder;
    case Question::Decimal:
        return m_point;
    case Question::BadLines:
        return m_badLines;
    case Question::Symbol:
        return m_symbol;
    }
    return nullptr;
}

void ReadingFields::mark(Question question)
{
    const QWidget *const asked = fieldOf(question);
    for (const auto &[field, title] : m_titles) {
        QFont font = title->font();
        font.setBold(field == asked);
        title->setFont(font);
    }
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
