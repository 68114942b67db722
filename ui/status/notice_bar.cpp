// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/notice_bar.h"

#include "files/file_text.h"
#include "widgets/plain_text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include <utility>

namespace ticker {

namespace {

/// More would push the table out of the window.
constexpr qsizetype mostNotices = 3;

/// A host is allowed with any port where it is allowed without one.
bool isOver(const NoticeSubject &subject, const NoticeSubject &over)
{
    return subject.kind == over.kind
        && (over.of.compare(subject.of, Qt::CaseInsensitive) == 0
            || over.of.compare(subject.of.section(QLatin1Char(':'), 0, 0), Qt::CaseInsensitive) == 0);
}

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

void NoticeBar::showNotice(const QString &text, const NoticeSubject &subject)
{
    m_notices.removeIf([&](const Notice &notice) { return notice.text == text; }); // tried again, in vain
    m_notices.append({text, subject});
    if (m_notices.size() > mostNotices)
        m_notices.removeFirst();
    display();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::showAnswer(const FileResult &answer)
{
    using Kind = FileCommand::Kind;
    const Kind kind = answer.command.kind;
    const bool isRecording = kind == Kind::Record || kind == Kind::RecordNew || kind == Kind::StopRecording;
    const NoticeSubject subject{isRecording ? NoticeSubject::Kind::Recording : NoticeSubject::Kind::File};
    if (answer.why.isEmpty())
        withdraw(subject);
    else
        showNotice(FileText::problem(answer), subject);
}

void NoticeBar::withdraw(const NoticeSubject &subject)
{
    const auto before = m_notices.size();
    m_notices.removeIf([&](const Notice &notice) { return isOver(notice.subject, subject); });
    if (m_notices.size() != before)
        display();
}

void NoticeBar::follow(const std::optional<Playback> &playback)
{
    if (!playback || (!playback->ended && playback->error.isEmpty()))
        withdraw({NoticeSubject::Kind::Playback});
}

void NoticeBar::display()
{
    QStringList texts;
    for (const Notice &notice : std::as_const(m_notices))
        texts.append(notice.text);
    m_text->setText(plainLines(texts.join(QLatin1Char('\n'))));
    setAccessibleDescription(m_text->text());
    setVisible(!texts.isEmpty());
}

void NoticeBar::dismiss()
{
    m_notices.clear();
    display();
}

} // namespace ticker

#include "moc_notice_bar.cpp"
