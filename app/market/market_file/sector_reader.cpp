// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/sector_reader.h"

#include "market_file/market_file_words.h"

#include <QJsonArray>

#include <algorithm>

namespace ticker {

namespace {

constexpr NumberRange shares{0, 1};
constexpr NumberRange correlationRange{-1, 1};

QString sectorsField()
{
    return QStringLiteral("sectors");
}
QString marketCorrelationField()
{
    return QStringLiteral("marketCorrelation");
}
QString correlationsField()
{
    return QStringLiteral("correlations");
}
QString nameField()
{
    return QStringLiteral("name");
}
QString correlationField()
{
    return QStringLiteral("correlation");
}

QString placeOf(const QString &list, std::size_t place)
{
    return QStringLiteral("%1[%2]").arg(list).arg(place);
}

/// Whether two names differ in case and blanks only, and so are likely meant to be the same.
bool areAlike(const QString &one, const QString &other)
{
    return one.simplified().compare(other.simplified(), Qt::CaseInsensitive) == 0;
}

LocalizedText tooManySectors()
{
    return LocalizedText::tr("Too many sectors. A market has at most %1.").arg(MarketSpec::mostSectors);
}

Sector readSector(const QJsonValue &value, const QString &path, std::optional<FieldProblem> &problem)
{
    Sector sector;
    FieldReader fields(value.toObject(), path, problem);
    if (value.isString()) {
        sector.name = value.toString();
    } else if (value.isObject()) {
        fields.expectOnly(LocalizedText::tr("A sector"), {nameField(), correlationField()});
        sector.name = fields.requiredText(nameField());
        sector.correlation = fields.number(correlationField(), shares, sector.correlation);
    } else {
        fields.fail(QString(),
                    LocalizedText::tr("This is %1. Write the name of a sector, or an object with name and correlation.")
                        .arg(kindOf(value)));
    }
    const QString place = value.isString() ? QString() : nameField();
    if (sector.name.isEmpty())
        fields.fail(place, LocalizedText::tr("This is empty. Write the name of a sector."));
    if (const auto wrong = nameProblem(sector.name))
        fields.fail(place, *wrong);
    return sector;
}

std::vector<Sector> readList(FieldReader &fields, std::optional<FieldProblem> &problem)
{
    const QJsonValue value = fields.value(sectorsField());
    std::vector<Sector> sectors;
    if (value.isUndefined())
        return sectors;
    const QJsonArray list = value.toArray();
    if (!value.isArray())
        fields.fail(sectorsField(), LocalizedText::tr("This is %1. Write a list of sectors.").arg(kindOf(value)));
    else if (list.isEmpty())
        fields.fail(sectorsField(),
                    LocalizedText::tr("The list is empty. Write at least one sector, or leave the field out."));
    else if (list.size() > MarketSpec::mostSectors)
        fields.fail(sectorsField(), tooManySectors());
    for (qsizetype i = 0; i < list.size() && !problem; ++i) {
        const QString place = placeOf(sectorsField(), std::size_t(i));
        const Sector sector = readSector(list.at(i), place, problem);
        const auto same = std::find_if(sectors.begin(), sectors.end(),
                                       [&sector](const Sector &other) { return areAlike(other.name, sector.name); });
        if (same != sectors.end()) {
            fields.fail(place,
                        LocalizedText::tr("The sector %1 is already at %2. Give each sector its own name.")
                            .arg(quoted(sector.name))
                            .arg(placeOf(sectorsField(), std::size_t(same - sectors.begin()))));
        }
        sectors.push_back(sector);
    }
    return sectors;
}

/// The rows of a matrix of so many sectors, or those before a problem.
std::vector<std::vector<double>> readRows(const QJsonArray &list, std::size_t size, FieldReader &fields)
{
    std::vector<std::vector<double>> rows;
    for (std::size_t i = 0; i < size && !fields.hasFailed(); ++i) {
        const QString place = placeOf(correlationsField(), i);
        const QJsonValue row = list.at(qsizetype(i));
        if (!row.isArray() || std::size_t(row.toArray().size()) != size) {
            fields.fail(place,
                        LocalizedText::tr("This row is not a list of %1 numbers. Write one for each sector.")
                            .arg(qint64(size)));
            break;
        }
        rows.emplace_back();
        for (std::size_t j = 0; j < size; ++j) {
            const QJsonValue value = row.toArray().at(qsizetype(j));
            const double number = value.toDouble();
            rows.back().push_back(number);
            const QString field = placeOf(place, j);
            if (!value.isDouble())
                fields.fail(field,
                            LocalizedText::tr("This is %1. Write a number %2, without quotes.")
                                .arg(kindOf(value))
                                .arg(correlationRange.text()));
            else if (i == j && number != 1)
                fields.fail(field,
                            LocalizedText::tr("%1 is the correlation of a sector with itself. Write 1; how much its "
                                              "instruments go together is the sector's own correlation.")
                                .arg(numberText(number)));
            else if (!correlationRange.contains(number))
                fields.fail(field,
                            LocalizedText::tr("%1 is out of range. Write a number %2.")
                                .arg(numberText(number))
                                .arg(correlationRange.text()));
            else if (j < i && number != rows[j][i])
                fields.fail(field,
                            LocalizedText::tr("This is %1, and %2 is %3. Write the same number at both places.")
                                .arg(numberText(number))
                                .arg(placeOf(placeOf(correlationsField(), j), i))
                                .arg(numberText(rows[j][i])));
        }
    }
    return rows;
}

CorrelationMatrix readMatrix(FieldReader &fields, std::size_t size)
{
    const QJsonValue value = fields.value(correlationsField());
    if (value.isUndefined())
        return {};
    if (size == 0)
        fields.fail(correlationsField(),
                    LocalizedText::tr("There are no sectors. List them in sectors, in the order of these rows."));
    else if (!fields.value(marketCorrelationField()).isUndefined())
        fields.fail(correlationsField(),
                    LocalizedText::tr("The market has marketCorrelation, too. Write one of them: one number for all "
                                      "pairs of sectors, or a number for each pair."));
    else if (!value.isArray() || std::size_t(value.toArray().size()) != size)
        fields.fail(correlationsField(),
                    LocalizedText::tr("This is not a list of %1 rows. Write one for each sector.").arg(qint64(size)));
    const auto rows = readRows(value.toArray(), size, fields);
    if (fields.hasFailed())
        return {};
    CorrelationMatrix matrix(size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            matrix.set(i, j, rows[i][j]);
    }
    if (!matrix.factor()) {
        fields.fail(correlationsField(),
                    LocalizedText::tr("No prices have these correlations: the matrix is not positive semi-definite. "
                                      "Multiply all numbers but the ones of the diagonal by %1 or less.")
                        .arg(numberText(matrix.largestScale())));
        return {};
    }
    return matrix;
}

} // namespace

QStringList sectorFields()
{
    return {sectorsField(), marketCorrelationField(), correlationsField()};
}

void readSectors(FieldReader &fields, MarketSpec &market, std::optional<FieldProblem> &problem)
{
    market.sectors = readList(fields, problem);
    market.marketCorrelation = fields.number(marketCorrelationField(), shares, market.marketCorrelation);
    if (!problem)
        market.sectorCorrelations = readMatrix(fields, market.sectors.size());
}

std::optional<LocalizedText> SectorList::add(const QString &name)
{
    if (name.isEmpty())
        return std::nullopt;
    if (auto wrong = nameProblem(name))
        return wrong;
    for (const Sector &sector : m_sectors) {
        if (sector.name == name)
            return std::nullopt;
        if (areAlike(sector.name, name))
            return LocalizedText::tr("The sector %1 is also written %2. Write it the same everywhere.")
                .arg(quoted(name))
                .arg(quoted(sector.name));
    }
    if (!m_isOpen) {
        QStringList names;
        for (const Sector &sector : m_sectors)
            names.append(sector.name);
        return LocalizedText::tr("The market lists no sector %1. Write one that it lists, or add it to sectors.%2")
            .arg(quoted(name))
            .arg(suggestion(name, names));
    }
    if (m_sectors.size() == MarketSpec::mostSectors)
        return tooManySectors();
    m_sectors.push_back({name});
    return std::nullopt;
}

} // namespace ticker
