// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/given_columns.h"

#include "file_values/text_for_people.h"
#include "tick_columns/column_names.h"

#include <QStringList>

#include <algorithm>

namespace ticker {

namespace {

constexpr QLatin1Char nameMark('"');

/// Up to the next comma that is not in quotes; it is cut off from the text.
QString takeItem(QString *text)
{
    bool isQuoted = false;
    qsizetype end = 0;
    for (; end < text->size() && (isQuoted || text->at(end) != QLatin1Char(',')); ++end)
        isQuoted = isQuoted != (text->at(end) == nameMark);
    QString item = text->first(end);
    *text = text->sliced(std::min(end + 1, text->size()));
    return item;
}

/// Without its quotes; two of them stand for one. Nothing: they are not closed, or something is behind them.
std::optional<QString> unquoted(const QString &name)
{
    if (!name.startsWith(nameMark))
        return name;
    if (name.size() < 2 || !name.endsWith(nameMark))
        return std::nullopt;
    QString inner = name.sliced(1).chopped(1);
    const QString two(2, nameMark);
    if (QString(inner).remove(two).contains(nameMark))
        return std::nullopt;
    return inner.replace(two, QString(nameMark));
}

Expected<GivenColumn, QString> readItem(const QString &item)
{
    const qsizetype sign = item.indexOf(QLatin1Char('='));
    if (sign < 0)
        return QStringLiteral("\"%1\" is not like price=close").arg(item.trimmed());
    const QString name = item.first(sign).trimmed();
    const auto field = tickFieldFromName(name.toUtf8());
    if (!field)
        return QStringLiteral("\"%1\" is not a field (%2)").arg(name, tickFieldNames().join(QStringLiteral(", ")));
    const auto column = unquoted(item.sliced(sign + 1).trimmed());
    if (!column)
        return QStringLiteral("the quotes of %1 are not closed").arg(item.sliced(sign + 1).trimmed());
    if (column->isEmpty() && *field == TickField::Time)
        return QStringLiteral("time has no column, but ticks need a time");
    return GivenColumn{*field, column->toUtf8()};
}

/// A bid and an ask, or a bar, are what the person wants, though the file may have a price as well.
void leaveOutRest(std::vector<GivenColumn> *given)
{
    using enum TickField;
    const auto isGiven = [given](TickField field, bool withColumn) {
        return std::ranges::any_of(*given, [&](const GivenColumn &each) {
            return each.field == field && (!withColumn || !each.column.isEmpty());
        });
    };
    const bool isBar = isGiven(Open, true) || isGiven(High, true) || isGiven(Low, true);
    const bool isQuote = isGiven(Bid, true) || isGiven(Ask, true);
    if (isGiven(Price, true) || isBar == isQuote)
        return;
    for (const TickField field : {Price, Open, High, Low, Close}) {
        if ((isQuote || field == Price) && !isGiven(field, false))
            given->push_back({field, {}});
    }
}

} // namespace

bool GivenColumn::isNamed(QByteArrayView name) const
{
    return QString::fromUtf8(name.trimmed()).compare(QString::fromUtf8(column.trimmed()), Qt::CaseInsensitive) == 0;
}

std::optional<std::size_t> GivenColumn::place() const
{
    bool ok = false;
    const uint number = (column.startsWith('#') ? column.sliced(1) : column).toUInt(&ok);
    return ok && number > 0 ? std::optional<std::size_t>(number - 1) : std::nullopt;
}

Expected<std::vector<GivenColumn>, QString> readGivenColumns(const QString &text)
{
    std::vector<GivenColumn> given;
    for (QString rest = text; !rest.isEmpty();) {
        auto item = readItem(takeItem(&rest));
        if (!item)
            return item.error();
        if (std::ranges::find(given, item->field, &GivenColumn::field) != given.end())
            return QStringLiteral("%1 is given twice").arg(tickFieldName(item->field));
        given.push_back(item.takeValue());
    }
    leaveOutRest(&given);
    return given;
}

Expected<std::vector<std::optional<TickField>>, LocalizedText> givenFields(const std::vector<GivenColumn> &given,
                                                                           const QByteArrayList &names)
{
    std::vector<std::optional<TickField>> fields(std::size_t(names.size()));
    for (const GivenColumn &each : given) {
        if (each.column.isEmpty())
            continue;
        const auto isMeant = [&each](const QByteArray &name) { return !name.isEmpty() && each.isNamed(name); };
        const auto first = std::ranges::find_if(names, isMeant);
        if (first != names.end() && std::any_of(first + 1, names.end(), isMeant)) {
            return LocalizedText::tr("two columns are named %1; say which by its number, such as #%2")
                .arg(quotedForPeople(*first))
                .arg(qint64(first - names.begin()) + 1);
        }
        const auto place = first != names.end() ? std::optional(std::size_t(first - names.begin())) : each.place();
        if (!place || *place >= fields.size())
            return noSuchColumn(each.column, names);
        if (fields[*place])
            return LocalizedText::tr("the column %1 is given for two fields").arg(quotedForPeople(each.column));
        fields[*place] = each.field;
    }
    return fields;
}

bool hasAllNames(const std::vector<GivenColumn> &given, const QByteArrayList &names)
{
    return std::ranges::all_of(given, [&](const GivenColumn &each) {
        return each.column.isEmpty() || each.place()
            || std::ranges::any_of(names, [&](const QByteArray &name) { return each.isNamed(name); });
    });
}

LocalizedText noSuchColumn(QByteArrayView name, const QByteArrayList &names)
{
    constexpr qsizetype most = 30;
    QStringList shown;
    for (const QByteArray &each : names.first(std::min(most, names.size()))) {
        if (!each.isEmpty())
            shown.append(quotedForPeople(each));
    }
    if (names.size() > most)
        shown.append(QStringLiteral("..."));
    if (shown.isEmpty()) {
        return LocalizedText::tr("there is no column %1; without a header, columns are given by number, from 1 to %2")
            .arg(quotedForPeople(name))
            .arg(names.size());
    }
    return LocalizedText::tr("there is no column %1; there are %2")
        .arg(quotedForPeople(name))
        .arg(shown.join(QStringLiteral(", ")));
}

} // namespace ticker
