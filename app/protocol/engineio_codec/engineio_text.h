// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace ticker {

// What the codecs of Engine.IO have in common about text. All take time linear in the size.

/// What stands at the beginning of bytes that should be UTF-8.
struct Utf8Character final
{
    bool valid = false;
    int bytes = 1;     ///< Its length; of what is no character, what one U+FFFD replaces in a browser.
    int codeUnits = 1; ///< Its length in UTF-16: 2 for a character beyond U+FFFF, else 1.
};

/// The first character (RFC 3629: no surrogates, nothing longer than needed). There must be at least one byte.
[[nodiscard]] Utf8Character firstUtf8Character(QByteArrayView bytes);

/// The text with U+FFFD for all that is no UTF-8, as browsers and Node.js decode it. Valid text is returned as it is,
/// sharing its bytes.
[[nodiscard]] QByteArray replaceInvalidUtf8(const QByteArray &text);

/// Decodes a name or value of application/x-www-form-urlencoded: '+' is a space, "%" with two hex digits a byte; a
/// percent sign without them stays one.
[[nodiscard]] QByteArray decodeFormText(QByteArrayView text);

/// Reads base64 as leniently as the reference server does: either alphabet, other characters skipped, nothing behind the
/// first '='.
[[nodiscard]] QByteArray decodeLenientBase64(QByteArray base64);

} // namespace ticker
