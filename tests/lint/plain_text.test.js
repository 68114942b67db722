// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { bareTexts } from "./plain_text.js";

const bare = [
    "label->setText(path);",
    "label->setText(tr(\"The file %1\").arg(path));",
    "label->setText(isOpen ? tr(\"Open\") : path);",
    "label->setText(plainText(caption) + path);",
    "label->setToolTip(path);",
    "label->setToolTip(plainText(path));", // markup
    "label->setToolTip(label->text());",
    "m_text->setToolTip(QDir::toNativeSeparators(recording->path));",
    "label->setWhatsThis(path);",
    "bar->setStatusTip(path);",
    "m_icon->showMessage(plainNotification(title), detail);",
    "m_icon->showMessage(title, plainNotification(detail));",
    "QToolTip::showText(position, path, this);",
    "box->setInformativeText(path);",
    "box->setDetailedText(plainText(path));",
    "setWindowTitle(tr(\"%1 – it\").arg(path));",
    "chooser->addItem(symbol, symbol);",
    "list->addItems(hosts);",
    "auto *item = new QListWidgetItem(host, list);",
    "field->setAccessibleName(symbol);",
    "field->setAccessibleDescription(\n    plainText(one) + other);",
    "case Qt::ToolTipRole:\n    return row.name;",
    "auto *label = new QLabel(tr(\"Name\"), this);",
    "label->setTextFormat(Qt::RichText);",
    "label->setTextFormat(Qt::AutoText);",
    "document.setHtml(text);",
    "QMessageBox::warning(this, title, text);",
    "auto *box = new QMessageBox(this);",
    "Line::Line(QWidget *parent) : QLabel(parent) {}",
];
for (const code of bare) {
    test(`found: ${code}`, () => {
        const found = bareTexts(`\n// a comment\n${code}\n`);
        assert.equal(found.length, 1, JSON.stringify(found));
        assert.equal(found[0].line, 3);
    });
}

const plain = [
    "label->setText(tr(\"Name\"));",
    "label->setText(Text::tr(\"a \\\"name\\\", (or two)\", \"what it is\"));",
    "label->setText(tr(\"One \"\n    \"more\"));",
    "label->setText({});",
    "label->setText(isOpen ? tr(\"Open\") : QString());",
    "label->setText(isOpen ? tr(\"Open\") : plainText(tr(\"%1:\").arg(path)));",
    "label->setText(formats::count(number));",
    "label->setText(FileText::shortName(name));",
    "label->setToolTip(plainToolTip(path));",
    "field->setToolTip(action->toolTip());",
    "m_icon->showMessage(plainNotification(title), plainNotification(detail), QSystemTrayIcon::Critical);",
    "QToolTip::showText(map(a, b), tr(\"Copied\"), this);",
    "chooser->addItem(plainText(symbol), symbol);",
    "case Qt::ToolTipRole:\n    return column == Name ? plainToolTip(row.name) : QVariant();",
    "auto *label = plainLabel(path, this);",
    "auto *box = new QMessageBox(this);\nbox->setTextFormat(Qt::PlainText);",
    "QApplication::clipboard()->setText(path);",
    "m_filter->setText(text);",
    "void Filter::setText(const QString &text)\n{\n}",
    "// label->setText(path);",
];
for (const code of plain)
    test(`not found: ${code}`, () => assert.deepEqual(bareTexts(code), []));

test("only the maker of labels makes one", () => {
    const code = "auto *label = new QLabel(parent);\nlabel->setTextFormat(Qt::PlainText);";
    assert.equal(bareTexts(code, "ui/widgets/plain_text.cpp").length, 0);
    assert.equal(bareTexts(code, "ui/status/notice_bar.cpp").length, 1);
});
