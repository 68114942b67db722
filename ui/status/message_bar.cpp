// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/message_bar.h"

#include "status/status_presenter.h"
#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ticker {

namespace {

constexpr int messageIconSide = 32;

QLabel *makeText(const QString &name, QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

/// @p share of @p tint over @p base: a colour that fits light and dark palettes.
QColor blended(const QColor &base, const QColor &tint, qreal share)
{
    const auto mix = [share](int from, int to) { return int(from + (to - from) * share); };
    return {mix(base.red(), tint.red()), mix(base.green(), tint.green()), mix(base.blue(), tint.blue())};
}

} // namespace

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Error"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);

    m_icon = plainLabel(this);
    m_icon->setPixmap(programIcon(QStringLiteral("tray-error")).pixmap(messageIconSide, messageIconSide));
    m_title = makeText(QStringLiteral("messageTitle"), this);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_detail = makeText(QStringLiteral("messageDetail"), this);
    m_nextPort = new QPushButton(tr("Use the &next free port"), this);
    m_nextPort->setObjectName(QStringLiteral("nextFreePortButton"));
    m_retry = new QPushButton(tr("&Retry"), this);
    m_retry->setObjectName(QStringLiteral("retryButton"));
    connect(m_nextPort, &QPushButton::clicked, this, &MessageBar::nextFreePortRequested);
    connect(m_retry, &QPushButton::clicked, this, &MessageBar::retryRequested);

    setupLayout();
    applyColours();
    hide();
}

void MessageBar::setupLayout()
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    texts->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addWidget(m_nextPort);
    layout->addWidget(m_retry);
}

void MessageBar::showError(const ServerError &error)
{
    const ErrorText text = StatusPresenter::describe(error);
    m_title->setText(plainLines(text.title));
    m_detail->setText(plainLines(text.detail));
    m_detail->setVisible(!text.detail.isEmpty());
    m_nextPort->setVisible(error.code == ServerError::Code::PortInUse);
    setAccessibleDescription(plainLines(text.title));
    if (!isHidden())
        return;
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clear()
{
    hide();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_isColouring)
        applyColours();
}

void MessageBar::applyColours()
{
    m_isColouring = true;
    QPalette colours; // of all other roles those of the application, also once it has others
    colours.setColor(QPalette::Window,
                     blended(QApplication::palette(this).color(QPalette::Window), QColor(Qt::red), 0.16));
    setPalette(colours);
    m_isColouring = false;
}

} // namespace ticker

#include "moc_message_bar.cpp"
