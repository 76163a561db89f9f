//! The tests of the app as a whole: one program, a module for each journey.

#![expect(clippy::indexing_slicing, reason = "a test that looks at what is not there has failed")]

mod answers;
mod attachments;
mod changes;
mod comments;
mod damage;
mod disturbed;
mod drafts;
mod faults;
mod files;
mod folders;
mod heavy;
mod joining;
mod journey;
mod keyboard;
mod killed;
mod offline;
mod one_file;
mod pages;
mod pictures;
mod real_texts;
mod received;
mod requests;
mod rules;
mod safety;
mod start;
mod tabs;
mod workshop;
mod workshop_day;
