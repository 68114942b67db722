// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/notice_bar.h"

#include "widgets/plain_text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace ticker {

namespace {

/// More would push the table out of the window.
constexpr qsizetype mostNotices = 3;

} // namespace

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Notice"));
    setFrameShape(QFrame::StyledPanel);

    auto *icon = plainLabel(this);
    const int side = style()->pixelMetric(QStyle::PM_LargeIconSize);
    icon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxInformation).pixmap(side, side));
    m_text = plainLabel(this);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *dismiss = new QPushButton(tr("&Dismiss"), this);
    dismiss->setObjectName(QStringLiteral("noticeDismissButton"));
    connect(dismiss, &QPushButton::clicked, this, &NoticeBar::dismiss);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(dismiss);
    hide();
}

void NoticeBar::showNotice(const QString &text)
{
    m_notices.removeAll(text); // tried again, in vain
    m_notices.append(text);
    if (m_notices.size() > mostNotices)
        m_notices.removeFirst();
    m_text->setText(plainLines(m_notices.join(QLatin1Char('\n'))));
    setAccessibleDescription(plainLines(m_text->text()));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::dismiss()
{
    m_notices.clear();
    hide();
}

} // namespace ticker

#include "moc_notice_bar.cpp"
