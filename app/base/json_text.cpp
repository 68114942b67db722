// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace ticker {

namespace {

constexpr char firstPrintable = ' ';

/// Follows JSON that is known to be valid, byte by byte, and tells where it is in it.
class Follower final
{
public:
    void follow(char c)
    {
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '[' || c == '{') {
            ++m_depth;
        } else if (c == ']' || c == '}') {
            --m_depth;
        }
    }
    [[nodiscard]] bool inString() const { return m_inString; }
    [[nodiscard]] qsizetype depth() const { return m_depth; }

private:
    qsizetype m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

bool hasControlCharacterInString(const QByteArray &json)
{
    Follower follower;
    for (const char c : json) {
        if (follower.inString() && quint8(c) < quint8(firstPrintable))
            return true;
        follower.follow(c);
    }
    return false;
}

} // namespace

std::optional<QJsonValue> parseJson(const QByteArray &text)
{
    // Qt reads arrays and objects only; within brackets it reads every value.
    QJsonParseError error;
    const QJsonArray array = QJsonDocument::fromJson('[' + text + ']', &error).array();
    // "1,2" or "" would be fine within brackets, "1],[2" would not.
    if (error.error != QJsonParseError::NoError || array.size() != 1 || hasControlCharacterInString(text))
        return std::nullopt;
    return array.first();
}

QByteArray jsonText(const QJsonValue &value)
{
    // Any value is written by way of an array, whose brackets are then taken off.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return json.sliced(1, json.size() - 2);
}

QByteArray secondsText(std::chrono::milliseconds time)
{
    return jsonText(std::chrono::duration<double>(time).count());
}

std::optional<QString> repeatedJsonKey(const QByteArray &object)
{
    QSet<QString> keys;
    Follower follower;
    bool isKey = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < object.size(); ++i) {
        const char c = object.at(i);
        const bool wasInString = follower.inString();
        follower.follow(c);
        if (follower.depth() != 1)
            continue;
        if (!wasInString && (c == '{' || c == ',')) {
            isKey = true;
            start = i + 1;
        } else if (isKey && wasInString && !follower.inString()) {
            isKey = false;
            const QString key = parseJson(object.sliced(start, i + 1 - start)).value_or(QJsonValue()).toString();
            if (keys.contains(key))
                return key;
            keys.insert(key);
        }
    }
    return std::nullopt;
}

QByteArrayList splitJsonArray(const QByteArray &array)
{
    QByteArrayList elements;
    Follower follower;
    qsizetype start = 0;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const char c = array.at(i);
        const bool wasTop = follower.depth() == 1 && !follower.inString();
        follower.follow(c);
        if (follower.depth() == 1 && start == 0)
            start = i + 1; // behind the opening bracket
        else if (wasTop && (c == ',' || c == ']')) {
            const QByteArray element = array.sliced(start, i - start).trimmed();
            if (!element.isEmpty()) // of an empty array
                elements.append(element);
            start = i + 1;
        }
    }
    return elements;
}

} // namespace ticker
