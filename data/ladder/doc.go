// Package ladder reads a job title as people write it: whether it is management, how high it stands, in
// which profession, and by which words.
//
// Short forms (Mgr, Asst.) are read as what they stand for. A title is cut into the jobs it names. In
// each the head word is found: the last one in "Regional Sales Manager", the first one in "Jefe de equipo
// de ventas". Words such as manager, Leiter or 经理 mean management or not by what they stand over: a team
// is people, a product is not. Grades (senior, junior, deputy) then move the level, and words such as
// former, aspiring or "assistant to" take away what follows them. The highest job that is held now decides.
//
// What the words mean is said in word lists, one file a language (see [Load]); how words are put
// together is said here. Where a careful recruiter could not tell, the answer is Unknown.
package ladder
