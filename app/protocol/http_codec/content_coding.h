// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

struct HttpRequest;

/// Whether the client takes gzip (RFC 9110, 12.5.3): it names it, or "*", with a weight above 0. Pure.
bool acceptsGzip(const HttpRequest &request);

/// What qCompress() has made of the text (four bytes of length, then RFC 1950), as gzip (RFC 1952). Nothing is
/// compressed again. Pure.
QByteArray gzipFromCompressed(QByteArrayView compressed, QByteArrayView text);

} // namespace ticker
