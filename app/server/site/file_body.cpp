// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/file_body.h"

#include <QFile>

#include <algorithm>

namespace ticker {

FileBody::FileBody(std::unique_ptr<QFile> file, const ByteRange &range)
    : m_file(std::move(file)), m_size(range.size), m_rest(range)
{
}

FileBody::~FileBody() = default;

/// A file that is shorter by now than it was cannot give what was promised.
std::optional<QByteArray> FileBody::next(qsizetype most)
{
    if (m_rest.size == 0)
        return QByteArray();
    if (!m_file->seek(m_rest.from))
        return std::nullopt;
    QByteArray piece = m_file->read(std::min<qint64>(most, m_rest.size));
    if (piece.isEmpty())
        return std::nullopt;
    skip(piece.size());
    return piece;
}

std::optional<BodySource::FilePart> FileBody::file() const
{
    return FilePart{m_file->handle(), m_rest.from, m_rest.size};
}

} // namespace ticker
