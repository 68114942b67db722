// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/client_code_tabs.h"

#include "help/client_code.h"
#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ticker {

ClientCodeTabs::ClientCodeTabs(QWidget *parent) : QTabWidget(parent)
{
    setObjectName(QStringLiteral("clientCode"));
    setAccessibleName(tr("Client code"));
}

void ClientCodeTabs::setAddress(const QString &url)
{
    if (m_url == url || url.isEmpty())
        return;
    m_url = url;
    const int current = qMax(0, currentIndex());
    while (count() > 0) {
        QWidget *page = widget(0);
        removeTab(0);
        page->deleteLater();
    }
    const QList<ClientCode> codes = clientCodeFor(url);
    for (const ClientCode &code : codes)
        addCode(code.name, code.text);
    setCurrentIndex(current);
}

void ClientCodeTabs::addCode(const QString &name, const QString &text)
{
    auto *page = new QWidget(this);
    auto *edit = new QPlainTextEdit(text, page);
    edit->setObjectName(QStringLiteral("clientCode%1").arg(name));
    edit->setAccessibleName(plainText(tr("Client for %1").arg(name)));
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setFrameShape(QFrame::NoFrame);
    auto *copy = new QToolButton(page);
    copy->setObjectName(QStringLiteral("copyClientCode%1").arg(name));
    copy->setText(tr("Copy"));
    copy->setIcon(symbolicIcon(QStringLiteral("copy")));
    copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copy->setFocusPolicy(Qt::StrongFocus);
    copy->setAccessibleName(plainText(tr("Copy the client for %1").arg(name)));
    connect(copy, &QToolButton::clicked, edit, [edit] { QGuiApplication::clipboard()->setText(edit->toPlainText()); });
    auto *layout = new QHBoxLayout(page);
    layout->addWidget(edit, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    addTab(page, name);
}

} // namespace ticker

#include "moc_client_code_tabs.cpp"
