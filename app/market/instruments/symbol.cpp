// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/symbol.h"

#include <array>
#include <string_view>

namespace ticker {

namespace {

// Left out are blanks, the comma of lists, the quotes of CSV and JSON, "*" for all instruments, and what has a meaning of
// its own in pages, addresses and shells. What spreadsheets take for a formula or a number cannot be the first.
constexpr std::string_view symbolSigns = ".-_/:^=$@#&+!()[]";
constexpr std::string_view firstSymbolSigns = "./^$@#[";

enum class SymbolPart : quint8 { None, Sign, FirstSign, LetterOrDigit };

constexpr auto symbolParts = [] {
    std::array<SymbolPart, 128> parts{}; // of ASCII
    for (const char c : symbolSigns)
        parts[uchar(c)] = SymbolPart::Sign;
    for (const char c : firstSymbolSigns)
        parts[uchar(c)] = SymbolPart::FirstSign;
    for (char c = '0'; c <= '9'; ++c)
        parts[uchar(c)] = SymbolPart::LetterOrDigit;
    for (char c = 'A'; c <= 'Z'; ++c)
        parts[uchar(c)] = SymbolPart::LetterOrDigit;
    return parts;
}();

constexpr SymbolPart symbolPart(char16_t c)
{
    return c < symbolParts.size() ? symbolParts[c] : SymbolPart::None;
}

constexpr SymbolPart symbolPart(QChar c)
{
    return symbolPart(c.unicode());
}

constexpr SymbolPart symbolPart(char c)
{
    return symbolPart(char16_t(uchar(c)));
}

/// A name of signs alone would be lost among other signs; and ".." is a folder.
template<typename Text>
bool isSymbolText(Text text)
{
    if (text.isEmpty() || text.size() > longestSymbol || symbolPart(text.front()) < SymbolPart::FirstSign)
        return false;
    bool hasLetterOrDigit = false;
    for (const auto c : text) {
        const SymbolPart part = symbolPart(c);
        if (part == SymbolPart::None)
            return false;
        hasLetterOrDigit |= part == SymbolPart::LetterOrDigit;
    }
    return hasLetterOrDigit;
}

} // namespace

bool isSymbol(QStringView text)
{
    return isSymbolText(text);
}

bool isSymbol(QByteArrayView text)
{
    return isSymbolText(text);
}

LocalizedText symbolRule()
{
    return LocalizedText::tr("1 to %1 of A-Z 0-9 . - _ / : ^ = $ @ # & + ! ( ) [ ], with a letter or digit, the first "
                             "one of A-Z 0-9 . / ^ $ @ # [")
        .arg(longestSymbol);
}

} // namespace ticker
