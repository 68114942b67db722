// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/import_command.h"

#include "market_values/inspection_text.h"
#include "widgets/plain_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ticker {

ImportCommand::ImportCommand(QWidget *parent) : QWidget(parent)
{
    m_line = new QLineEdit(this);
    m_line->setObjectName(QStringLiteral("importCommand"));
    m_line->setReadOnly(true);
    m_copy = new QPushButton(tr("&Copy"), this);
    m_copy->setObjectName(QStringLiteral("importCopyButton"));
    m_copy->setAutoDefault(false);
    m_copy->setAccessibleName(tr("Copy the command"));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command); });
    auto *caption = plainLabel(tr("C&ommand that does the same"), this);
    caption->setBuddy(m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(caption);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_copy);
}

void ImportCommand::showCommand(const QString &path, const FileReading &reading)
{
    m_command = playCommand(path, reading);
    m_line->setText(plainText(m_command));
    m_line->setCursorPosition(0);
}

} // namespace ticker

#include "moc_import_command.cpp"
