// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/remembered_reading.h"

#include <utility>

namespace ticker {

namespace {

FileReading withoutAnswers(FileReading reading)
{
    reading.dateOrder = FileReading::DateOrder::ByFile;
    reading.point.reset();
    return reading;
}

bool isRefused(const FileInspection &inspection)
{
    return inspection.plays == FileInspection::Plays::No && !inspection.problem.isEmpty();
}

} // namespace

RememberedReading::RememberedReading(const FileReading &remembered, const FileInspection &plain)
    : m_remembered(remembered), m_reading(withoutAnswers(remembered)), m_doesPlainPlay(!isRefused(plain))
{
}

bool RememberedReading::waitsFor(const FileInspection &found) const
{
    return found.work == FileInspection::Work::FindingDateOrder && m_remembered.dateOrder != m_reading.dateOrder;
}

std::optional<FileReading> RememberedReading::next(const FileInspection &found)
{
    if (!isRefused(found))
        return std::nullopt;
    if (answer(found.question))
        return m_reading;
    if (!m_doesPlainPlay || !isUsed())
        return std::nullopt;
    m_remembered = {};
    m_reading = {};
    return m_reading;
}

bool RememberedReading::answer(FileInspection::Question question)
{
    const FileReading before = m_reading;
    if (question == FileInspection::Question::DateOrder)
        m_reading.dateOrder = m_remembered.dateOrder;
    if (question == FileInspection::Question::Decimal)
        m_reading.point = m_remembered.point;
    return m_reading != before;
}

bool isAsRemembered(const FileReading &reading, const FileReading &remembered)
{
    const bool saysNothing = withoutAnswers(reading) == FileReading()
        && reading.dateOrder == FileReading::DateOrder::ByFile && !reading.point;
    const bool isOrder = reading.dateOrder == FileReading::DateOrder::ByFile
        || reading.dateOrder == remembered.dateOrder;
    const bool isPoint = !reading.point || reading.point == remembered.point;
    return !saysNothing && isOrder && isPoint && reading.columns == remembered.columns
        && reading.timeZone == remembered.timeZone && reading.badLines == remembered.badLines;
}

FileReading withAnswersOf(FileReading reading, const std::optional<FileReading> &before)
{
    if (!before)
        return reading;
    if (reading.dateOrder == FileReading::DateOrder::ByFile)
        reading.dateOrder = before->dateOrder;
    if (!reading.point)
        reading.point = before->point;
    return reading;
}

} // namespace ticker
