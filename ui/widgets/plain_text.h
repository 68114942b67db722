// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;
class QWidget;

namespace ticker {

// What a window shows may come from outside: names in files, paths, what clients send. It passes one of these on its way
// to a widget, and so is never read as markup, nor does it reverse the text around it. tests/lint/plain_text.js looks for
// texts that do not.

/// For one line: a label, a cell, a title, an entry of a menu or a list.
QString plainText(const QString &text);
/// For several lines, which stay.
QString plainLines(const QString &text);
/// For places that are short: the middle of a long one is left out.
QString shortText(const QString &text, qsizetype longest);
/// For tool tips, which would read markup. Not for one that has been made by this.
QString plainToolTip(const QString &text);
/// The same of a cell, which may be long: as rich text with everything escaped, for Qt breaks no other lines.
QString wrappedToolTip(const QString &text);
/// For notifications and the tray's tool tip, which some desktops read as markup and others do not. What is right for
/// one is wrong for the other, so brackets are replaced by others that look alike.
QString plainNotification(const QString &text);

/// A label that shows its text as it is. All labels are made by this.
QLabel *plainLabel(QWidget *parent);
QLabel *plainLabel(const QString &text, QWidget *parent);

} // namespace ticker
