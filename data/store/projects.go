package store

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"peerage/data"
)

// Projects returns all that was worked on together, the newest first.
func (s *Store) Projects(ctx context.Context) ([]data.Project, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Project, error) { return projects(ctx, db, "SELECT id FROM project") })
}

// ProjectsOf returns what a person took part in, the newest first.
func (s *Store) ProjectsOf(ctx context.Context, person data.ID) ([]data.Project, error) {
	return atOnce(ctx, s, func(db asker) ([]data.Project, error) { return projects(ctx, db, projectsOf, person) })
}

const projectsOf = "SELECT project_id FROM project_person WHERE person_id = ?1"

// Projects returns all that was worked on together as the write so far has left it.
func (tx *Tx) Projects() ([]data.Project, error) {
	return projects(tx.ctx, tx.tx, "SELECT id FROM project")
}

// Project returns one project as the write so far has left it, or data.ErrNotFound.
func (tx *Tx) Project(id data.ID) (data.Project, error) {
	found, err := projects(tx.ctx, tx.tx, "SELECT ?1", id)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("project %d: %w", id, data.ErrNotFound)
	}
	if err != nil {
		return data.Project{}, err
	}
	return found[0], nil
}

// ProjectsOf returns what a person took part in as the write so far has left it.
func (tx *Tx) ProjectsOf(person data.ID) ([]data.Project, error) {
	return projects(tx.ctx, tx.tx, projectsOf, person)
}

func projects(ctx context.Context, db asker, which string, args ...any) ([]data.Project, error) {
	rows, err := db.QueryContext(ctx, "SELECT id, uuid, name, kind, from_day, to_day, outcome FROM project WHERE id IN ("+which+`)
		ORDER BY from_day DESC, id DESC`, args...)
	if err != nil {
		return nil, err
	}
	all, err := collect(rows, func(p *data.Project) []any {
		return []any{&p.ID, &p.UUID, &p.Name, &p.Kind, partialColumn{&p.From}, partialColumn{&p.To}, &p.Outcome}
	})
	if err != nil {
		return nil, err
	}
	at := make(map[data.ID]*data.Project, len(all))
	for i := range all {
		at[all[i].ID] = &all[i]
	}
	var of data.ID
	var member data.Someone
	err = each(ctx, db, `SELECT m.project_id, coalesce(m.person_id, 0), coalesce(p.name, m.name) FROM project_person m
		LEFT JOIN person p ON p.id = m.person_id WHERE m.project_id IN (`+which+") ORDER BY m.id", args,
		[]any{&of, &member.Person, &member.Name}, func() { at[of].People = append(at[of].People, member) })
	return all, err
}

// SaveProject writes a project and who took part; one without an ID is added and gets its ID and UUID,
// one with an ID that is not there is data.ErrNotFound. The caller has called Validate.
func (tx *Tx) SaveProject(p *data.Project) error {
	if p.ID == 0 {
		if err := tx.give("project", &p.ID); err != nil {
			return err
		}
		p.UUID = uuid.NewString()
		if _, err := tx.exec("INSERT INTO project (id, uuid, name, kind, from_day, to_day, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)",
			p.ID, p.UUID, p.Name, string(p.Kind), p.From.String(), p.To.String(), p.Outcome); err != nil {
			return err
		}
	} else if err := tx.one("UPDATE project SET name = ?, kind = ?, from_day = ?, to_day = ?, outcome = ? WHERE id = ?",
		p.Name, string(p.Kind), p.From.String(), p.To.String(), p.Outcome, p.ID); err != nil {
		return fmt.Errorf("project %d: %w", p.ID, err)
	}
	if _, err := tx.exec("DELETE FROM project_person WHERE project_id = ?", p.ID); err != nil {
		return err
	}
	for _, s := range p.People {
		if _, err := tx.exec("INSERT INTO project_person (project_id, person_id, name) VALUES (?, ?, ?)",
			p.ID, orNull(s.Person), keptName(s)); err != nil {
			return err
		}
	}
	return nil
}

// DeleteProject removes a project, with the ties it shows.
func (tx *Tx) DeleteProject(id data.ID) error {
	for _, statement := range []string{"DELETE FROM tie WHERE project_id = ?", "DELETE FROM project_person WHERE project_id = ?",
		"DELETE FROM project WHERE id = ?"} {
		if _, err := tx.exec(statement, id); err != nil {
			return err
		}
	}
	return nil
}
