// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_csv.h"

#include "market_file/csv_reader.h"
#include "market_file/field_names.h"
#include "market_file/instrument_reader.h"
#include "market_file/market_file_words.h"
#include "market_file/model_reader.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

using Problem = std::optional<MarketFileError>;

QString regimes()
{
    return QStringLiteral("regimes");
}

const LocalizedText &noRegimes()
{
    static const LocalizedText text = LocalizedText::tr(
        "CSV cannot describe regimes. Leave this out to use the default regimes, or write the market in JSON.");
    return text;
}

QStringList textColumns()
{
    return {instrumentField::symbol(), instrumentField::name(), instrumentField::sector(), instrumentField::model()};
}

QStringList parameterColumns()
{
    QStringList columns;
    for (const QString &type : allModels())
        columns += parametersOf(type);
    columns.removeAll(regimes());
    columns.removeDuplicates();
    return columns;
}

QStringList allColumns()
{
    return QStringList{instrumentField::symbol(),   instrumentField::name(),     instrumentField::start(),
                       instrumentField::tickSize(), instrumentField::activity(), instrumentField::spread(),
                       instrumentField::depth(),    instrumentField::sector(),   instrumentField::model()}
    + parameterColumns();
}

LocalizedText placeOfField(qsizetype line, const QString &field)
{
    return LocalizedText::tr("line %1, field \"%2\"").arg(line).arg(field);
}

/// Of a path as in the JSON form: that of the model's type is the column of the model.
LocalizedText placeOfPath(qsizetype line, const QString &path)
{
    if (path.isEmpty())
        return LocalizedText::tr("line %1").arg(line);
    const QString field = path.mid(path.lastIndexOf(QLatin1Char('.')) + 1);
    return placeOfField(line, field == QLatin1String("type") ? instrumentField::model() : field);
}

/// The columns of a header, which may still be missing some.
class Header final
{
public:
    [[nodiscard]] Problem read(const CsvRecord &record)
    {
        const LocalizedText where = placeOfPath(record.line, QString());
        for (const QString &written : record.fields) {
            if (const auto message = add(written))
                return MarketFileError{where, *message};
        }
        for (const QString &required : {instrumentField::symbol(), instrumentField::start()}) {
            if (!m_columns.contains(required)) {
                return MarketFileError{
                    placeOfField(record.line, required),
                    LocalizedText::tr(
                        "This column is missing. The first line must name the columns, including %1 and %2.")
                        .arg(instrumentField::symbol())
                        .arg(instrumentField::start())};
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] const QStringList &columns() const { return m_columns; }

private:
    [[nodiscard]] std::optional<LocalizedText> add(const QString &written)
    {
        if (written.isEmpty())
            return LocalizedText::tr("Column %1 has no name. Name it or remove it.").arg(m_columns.size() + 1);
        const QString column = knownField(written);
        if (column == regimes() || column == QLatin1String("leave"))
            return noRegimes();
        const QStringList all = allColumns();
        if (!all.contains(column)) {
            return LocalizedText::tr("Unknown column %1. Valid columns are %2.%3")
                .arg(quoted(written))
                .arg(listed(all))
                .arg(suggestion(written, all));
        }
        if (m_columns.contains(column)) {
            return LocalizedText::tr("The column %1, here as %2, appears twice. Remove one.")
                .arg(quoted(column))
                .arg(quoted(written));
        }
        m_columns.append(column);
        return std::nullopt;
    }

    QStringList m_columns;
};

/// Makes the object of a row that it would be in the JSON form.
class Row final
{
public:
    explicit Row(qsizetype line) : m_line(line) { }

    [[nodiscard]] Problem set(const QString &column, const QString &text)
    {
        if (text.isEmpty())
            return std::nullopt;
        if (column == instrumentField::model()) {
            m_model.insert(QStringLiteral("type"), text);
            return std::nullopt;
        }
        if (textColumns().contains(column)) {
            m_instrument.insert(column, text);
            return std::nullopt;
        }
        bool isNumber = false;
        const double number = text.toUtf8().toDouble(&isNumber);
        if (!isNumber || !std::isfinite(number)) {
            return MarketFileError{placeOfField(m_line, column),
                                   LocalizedText::tr("%1 is not a number. Write one such as 0.05.").arg(quoted(text))};
        }
        (parameterColumns().contains(column) ? m_model : m_instrument).insert(column, number);
        return std::nullopt;
    }

    /// What is wrong with its parameters, beyond their values.
    [[nodiscard]] Problem checkParameters() const
    {
        const QString type = knownModel(m_model.value(QStringLiteral("type")).toString(QStringLiteral("gbm")));
        if (type.isEmpty())
            return std::nullopt; // which readInstrument() tells better
        const QStringList names = parametersOf(type);
        for (auto field = m_model.constBegin(); field != m_model.constEnd(); ++field) {
            if (field.key() == QLatin1String("type") || names.contains(field.key()))
                continue;
            return MarketFileError{
                placeOfField(m_line, field.key()),
                type == regimes()
                    ? noRegimes()
                    : LocalizedText::tr("The model %1 has no parameter %2, only %3. Leave this field empty.")
                          .arg(type)
                          .arg(field.key())
                          .arg(listed(names))};
        }
        return std::nullopt;
    }

    [[nodiscard]] QJsonObject instrument() const
    {
        QJsonObject instrument = m_instrument;
        if (!m_model.isEmpty())
            instrument.insert(instrumentField::model(), m_model);
        return instrument;
    }

private:
    qsizetype m_line;
    QJsonObject m_instrument;
    QJsonObject m_model;
};

Problem addRow(const CsvRecord &record, const QStringList &columns, InstrumentList &list)
{
    if (record.fields.size() != columns.size()) {
        return MarketFileError{placeOfPath(record.line, QString()),
                               LocalizedText::tr("The number of fields is %1, the number of columns %2. For an empty "
                                                 "field, leave nothing between the separators.")
                                   .arg(record.fields.size())
                                   .arg(columns.size())};
    }
    Row row(record.line);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (auto problem = row.set(columns[i], record.fields[i]))
            return problem;
    }
    if (auto problem = row.checkParameters())
        return problem;
    return list.add(row.instrument(), [&record](const QString &path) { return placeOfPath(record.line, path); });
}

bool isEmpty(const CsvRecord &record)
{
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](const QString &field) { return field.isEmpty(); });
}

} // namespace

Expected<MarketSpec, MarketFileError> readMarketCsv(QByteArrayView text)
{
    CsvReader reader(text);
    std::optional<Header> header;
    InstrumentList list;
    qsizetype line = 1;
    while (true) {
        const auto record = reader.next();
        if (!record)
            return MarketFileError{placeOfPath(record.error().line, QString()), record.error().message};
        if (!*record)
            break;
        line = (*record)->line;
        Problem problem;
        if (!header)
            problem = header.emplace().read(**record);
        else if (!isEmpty(**record)) // as spreadsheets write below a table
            problem = addRow(**record, header->columns(), list);
        if (problem)
            return *problem;
    }
    if (list.isEmpty()) {
        return MarketFileError{
            placeOfPath(line, QString()),
            header ? LocalizedText::tr("There are no instruments. Write one per line below the header.")
                   : LocalizedText::tr("The file contains only comments. Add a header line and instruments.")};
    }
    MarketSpec market{QString(), list.take()};
    market.sectors = list.takeSectors();
    return market;
}

} // namespace ticker
