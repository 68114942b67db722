// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_json.h"

#include "market_file/field_reader.h"
#include "market_file/day_shape_reader.h"
#include "market_file/instrument_reader.h"
#include "market_file/market_file_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

using Problem = std::optional<MarketFileError>;

constexpr NumberRange dayLengths{1, 1e9};

QString instrumentsField()
{
    return QStringLiteral("instruments");
}

QString featuredField()
{
    return QStringLiteral("featured");
}

LocalizedText syntaxMessage(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return LocalizedText::tr("This object is not closed. Write names in quotes, then a comma or a closing brace.");
    case QJsonParseError::MissingNameSeparator:
        return LocalizedText::tr("A colon is missing after a name. Write \"name\": value.");
    case QJsonParseError::UnterminatedArray:
    case QJsonParseError::MissingValueSeparator:
        return LocalizedText::tr("This list is not closed. Write a comma or a closing bracket.");
    case QJsonParseError::IllegalValue:
    case QJsonParseError::IllegalNumber:
    case QJsonParseError::TerminationByNumber:
        return LocalizedText::tr(
            "This is not a value. Write a number such as 0.05, a string in double quotes, a list or an object.");
    case QJsonParseError::IllegalEscapeSequence:
        return LocalizedText::tr("This is not a JSON escape sequence. Write a single backslash as two.");
    case QJsonParseError::UnterminatedString:
        return LocalizedText::tr("A string is not closed. Add a closing double quote.");
    case QJsonParseError::MissingObject:
        return LocalizedText::tr("Nothing follows this comma. Remove it, or add the missing value.");
    case QJsonParseError::DeepNesting:
    case QJsonParseError::DocumentTooLarge:
        return LocalizedText::tr("This is nested too deeply or too large. Write a list of instruments.");
    case QJsonParseError::GarbageAtEnd:
        return LocalizedText::tr("Unexpected data after the end. Remove it.");
    case QJsonParseError::NoError:
    case QJsonParseError::IllegalUTF8String:
        break;
    }
    return LocalizedText::tr("This is not JSON. Write an object or a list.");
}

/// The offset is of a byte or the end; the column is in characters, from 1.
LocalizedText lineAndColumn(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    qsizetype begin = before.size();
    while (begin > 0 && before[begin - 1] != '\n' && before[begin - 1] != '\r')
        --begin;
    const auto column = std::count_if(before.begin() + begin, before.end(), [](char byte) {
        constexpr uchar continuation = 0x80; // of a character, in UTF-8: 10xxxxxx
        constexpr uchar mask = 0xc0;
        return (uchar(byte) & mask) != continuation;
    });
    return LocalizedText::tr("%1, column %2").arg(lineOf(text, before.size())).arg(column + 1);
}

/// The list stands at a path, which is empty for a bare one.
Problem readInstruments(const QJsonArray &array, const QString &path, MarketSpec &market)
{
    if (array.isEmpty())
        return MarketFileError{path, LocalizedText::tr("The list is empty. Write at least one instrument.")};
    InstrumentList list(std::move(market.sectors));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const auto place = [&path, i](const QString &field) {
            const QString dot = field.isEmpty() ? QString() : QStringLiteral(".");
            return QStringLiteral("%1[%2]%3%4").arg(path).arg(i).arg(dot, field);
        };
        if (auto error = list.add(array.at(i), place))
            return error;
    }
    market.instruments = list.take();
    market.sectors = list.takeSectors();
    return std::nullopt;
}

/// A market without its instruments.
Expected<MarketSpec, MarketFileError> readMarketFields(const QJsonObject &object)
{
    const QString name = QStringLiteral("name");
    const QString ticksPerDay = QStringLiteral("ticksPerDay");
    std::optional<FieldProblem> problem;
    FieldReader fields(object, QString(), problem);
    fields.expectOnly(LocalizedText::tr("A market"),
                      QStringList{name, ticksPerDay, featuredField()} + sectorFields()
                          + QStringList{dayField(), instrumentsField()});
    MarketSpec market;
    market.name = fields.text(name, QString());
    if (const auto wrong = nameProblem(market.name))
        fields.fail(name, *wrong);
    const double ticks = fields.number(ticksPerDay, dayLengths, market.ticksPerDay);
    if (!problem && ticks != std::floor(ticks))
        fields.fail(
            ticksPerDay,
            LocalizedText::tr("%1 is not a whole number. Write one %2.").arg(numberText(ticks)).arg(dayLengths.text()));
    readSectors(fields, market, problem);
    market.dayShape = readDayShape(fields, problem);
    market.featuredSymbol = fields.text(featuredField(), QString());
    if (object.contains(featuredField()) && market.featuredSymbol.isEmpty())
        fields.fail(featuredField(), LocalizedText::tr("This is empty. Write the symbol of an instrument."));
    if (!object.contains(instrumentsField()))
        fields.fail(instrumentsField(), LocalizedText::tr("This field is missing. Write a list of instruments."));
    const QJsonValue instruments = object.value(instrumentsField());
    if (!instruments.isArray()) {
        fields.fail(instrumentsField(),
                    LocalizedText::tr("This is %1. Write a list of instruments.").arg(kindOf(instruments)));
    }
    if (problem)
        return MarketFileError{problem->path, problem->message};
    market.ticksPerDay = quint32(ticks);
    return market;
}

std::optional<MarketFileError> featuredError(const MarketSpec &market)
{
    const QString &symbol = market.featuredSymbol;
    if (symbol.isEmpty() || market.indexOf(symbol) >= 0)
        return std::nullopt;
    QStringList symbols;
    for (const Instrument &instrument : market.instruments)
        symbols.append(instrument.symbol);
    return MarketFileError{
        featuredField(),
        LocalizedText::tr("There is no instrument %1 in this market. Write the symbol of one of its instruments.%2")
            .arg(quoted(symbol))
            .arg(suggestion(symbol, symbols))};
}

} // namespace

Expected<MarketSpec, MarketFileError> readMarketJson(QByteArrayView text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return MarketFileError{lineAndColumn(text, error.offset), syntaxMessage(error.error)};
    MarketSpec market;
    if (document.isObject()) {
        auto fields = readMarketFields(document.object());
        if (!fields)
            return fields;
        market = fields.takeValue();
    }
    const auto problem = document.isObject()
        ? readInstruments(document.object().value(instrumentsField()).toArray(), instrumentsField(), market)
        : readInstruments(document.array(), QString(), market);
    if (problem)
        return *problem;
    if (auto wrong = featuredError(market))
        return *wrong;
    return market;
}

} // namespace ticker
