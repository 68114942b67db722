// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/day_shape_reader.h"

#include "market_file/market_file_words.h"

namespace ticker {

namespace {

constexpr NumberRange depths{0, DayShape::deepest, false};
constexpr double usualDepth = 0.3; // the ends are 2.3 times the middle

QString flat()
{
    return QStringLiteral("flat");
}
QString shapeOfU()
{
    return QStringLiteral("u");
}

} // namespace

QString dayField()
{
    return QStringLiteral("day");
}

DayShape readDayShape(FieldReader &fields, std::optional<FieldProblem> &problem)
{
    const QJsonValue value = fields.value(dayField());
    if (value.isUndefined())
        return {};
    if (!value.isString() && !value.isObject()) {
        fields.fail(dayField(),
                    LocalizedText::tr("This is %1. Write \"flat\", \"u\", or an object with shape and depth.")
                        .arg(kindOf(value)));
        return {};
    }
    const QString shapeField = QStringLiteral("shape");
    const QString depthField = QStringLiteral("depth");
    FieldReader day(value.toObject(), dayField(), problem);
    day.expectOnly(LocalizedText::tr("A day"), {shapeField, depthField});
    const QString shape = value.isString() ? value.toString() : day.text(shapeField, shapeOfU());
    const bool isU = shape.compare(shapeOfU(), Qt::CaseInsensitive) == 0;
    if (!isU && shape.compare(flat(), Qt::CaseInsensitive) != 0) {
        day.fail(value.isString() ? QString() : shapeField,
                 LocalizedText::tr("Unknown shape of a day: %1. Write \"flat\" or \"u\".").arg(quoted(shape)));
    }
    const double depth = day.number(depthField, depths, isU ? usualDepth : 0);
    if (!isU && depth != 0)
        day.fail(depthField, LocalizedText::tr("A flat day has no depth. Leave this out, or write the shape \"u\"."));
    return {depth};
}

} // namespace ticker
