// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/empty_clients.h"

#include "help/client_code_tabs.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ticker {

namespace {

/// Of the text; and of all that stands above the code. In a low window the code would leave no room for them.
constexpr qreal titleScale = 1.3;
constexpr int linesWithCode = 17;

QLabel *makeCentred(const QString &name, QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setObjectName(name);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

EmptyClients::EmptyClients(const Actions &actions, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("emptyState"));
    setFrameShape(QFrame::StyledPanel);
    m_title = makeCentred(QStringLiteral("emptyStateTitle"), this);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * titleScale);
    m_title->setFont(font);
    m_text = makeCentred(QStringLiteral("emptyStateText"), this);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_open = makeButton(QStringLiteral("emptyStateOpenButton"), actions.open);
    m_copy = makeButton(QStringLiteral("emptyStateCopyButton"), actions.copy);
    m_code = new ClientCodeTabs(this);
    // It takes what room there is, and asks for none.
    m_code->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_code->setMinimumSize(1, 1);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    constexpr int shareOfCode = 50;
    layout->addWidget(m_code, shareOfCode);
    layout->addStretch(1);
    setAddress({});
}

QToolButton *EmptyClients::makeButton(const QString &name, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumHeight(button->fontMetrics().height() * 2);
    return button;
}

void EmptyClients::setAddress(const QString &url)
{
    m_isServing = !url.isEmpty();
    m_title->setText(m_isServing ? tr("No clients connected yet.") : tr("The server is not running."));
    m_text->setText(plainText(m_isServing ? tr("Open the page or point your client at %1").arg(url)
                                          : tr("Clients appear here once it is running.")));
    m_open->setVisible(m_isServing);
    m_copy->setVisible(m_isServing);
    m_code->setAddress(url);
    refreshCode();
}

void EmptyClients::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    refreshCode();
}

void EmptyClients::refreshCode()
{
    m_code->setVisible(m_isServing && height() >= fontMetrics().lineSpacing() * linesWithCode);
}

} // namespace ticker

#include "moc_empty_clients.cpp"
