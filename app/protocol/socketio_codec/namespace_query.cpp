// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_codec/namespace_query.h"

#include "engineio_codec/engineio_text.h"
#include "json_text.h"

#include <QByteArrayList>
#include <QHash>
#include <QString>

namespace ticker {

namespace {

/// The members of a JSON object in the order in which their names came first.
class Members final
{
public:
    void set(const QByteArray &name, const QByteArray &value)
    {
        const auto known = m_places.constFind(name);
        const QByteArray text = jsonText(QString::fromUtf8(name)) + ':' + jsonText(QString::fromUtf8(value));
        if (known == m_places.cend()) {
            m_places.insert(name, m_texts.size());
            m_texts.append(text);
        } else {
            m_texts[*known] = text;
        }
    }
    [[nodiscard]] QByteArray object() const { return '{' + m_texts.join(',') + '}'; }

private:
    QByteArrayList m_texts;
    QHash<QByteArray, qsizetype> m_places;
};

} // namespace

NamespaceQuery splitNamespaceQuery(const QByteArray &nsp)
{
    const qsizetype hash = nsp.indexOf('#');
    const QByteArray address = hash < 0 ? nsp : nsp.first(hash);
    const qsizetype mark = address.indexOf('?');
    if (mark < 0)
        return {address, QByteArrayLiteral("{}")};

    Members members;
    for (const QByteArray &field : address.sliced(mark + 1).split('&')) {
        if (field.isEmpty())
            continue;
        const qsizetype equals = field.indexOf('=');
        if (equals < 0)
            members.set(decodeFormText(field), {});
        else
            members.set(decodeFormText(QByteArrayView(field).first(equals)),
                        decodeFormText(QByteArrayView(field).sliced(equals + 1)));
    }
    return {address.first(mark), members.object()};
}

} // namespace ticker
